import type { Check } from '../types';

/** Every check, in the order of the catalogue. One line per file in this folder; one generic test runs their examples. */
export const CHECKS: readonly Check[] = [
  // Structure and duplication
  // Captions
  // Credits
  // Photo metadata against the story
  // Quotes and punctuation
  // Numbers, dates, money
  // Names, titles, attribution
  // House style and consistency
  // Links, headline, accessibility
];

/** The check of an id; undefined when there is none. */
export function checkOf(id: string): Check | undefined {
  return CHECKS.find((check) => check.id === id);
}

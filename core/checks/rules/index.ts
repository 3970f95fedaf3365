import type { Check } from '../types';
import { accusedLabel } from './accused-label';
import { anonymousSource } from './anonymous-source';
import { bannedWord } from './banned-word';
import { captionInDek } from './caption-in-dek';
import { compositionTitle } from './composition-title';
import { contactExposed } from './contact-exposed';
import { crimeUnattributed } from './crime-unattributed';
import { dateImpossible } from './date-impossible';
import { dekTruncated } from './dek-truncated';
import { dupLine } from './dup-line';
import { dupParagraph } from './dup-paragraph';
import { filenameAsText } from './filename-as-text';
import { hedLength } from './hed-length';
import { houseSpelling } from './house-spelling';
import { invisibleChar } from './invisible-char';
import { minorNamed } from './minor-named';
import { missingElement } from './missing-element';
import { mojibake } from './mojibake';
import { nearDupParagraph } from './near-dup-paragraph';
import { pageBoilerplate } from './page-boilerplate';
import { placeholder } from './placeholder';
import { quoteMixed } from './quote-mixed';
import { quoteUnbalanced } from './quote-unbalanced';
import { relatedInBody } from './related-in-body';
import { titleCase } from './title-case';
import { weekdayMismatch } from './weekday-mismatch';

/** Every check, in the order of the catalogue. One line per file in this folder; one generic test runs their examples. */
export const CHECKS: readonly Check[] = [
  // Structure and duplication
  dupParagraph,
  dupLine,
  nearDupParagraph,
  dekTruncated,
  captionInDek,
  filenameAsText,
  pageBoilerplate,
  relatedInBody,
  placeholder,
  missingElement,
  invisibleChar,
  mojibake,
  // Captions
  // Credits
  // Photo metadata against the story
  // Quotes and punctuation
  quoteMixed,
  quoteUnbalanced,
  // Numbers, dates, money
  weekdayMismatch,
  dateImpossible,
  // Names, titles, attribution
  titleCase,
  compositionTitle,
  anonymousSource,
  // House style and consistency
  houseSpelling,
  bannedWord,
  // Sensitive
  crimeUnattributed,
  accusedLabel,
  minorNamed,
  contactExposed,
  // Links, headline, accessibility
  hedLength,
];

/** The check of an id; undefined when there is none. */
export function checkOf(id: string): Check | undefined {
  return CHECKS.find((check) => check.id === id);
}

import type { Status } from '#core/article/model';
import { checkInfo } from '#core/checks/all-checks';
import type { Severity } from '#core/checks/style-book';

/** Words of the interface that several views share. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  'copy-edit': 'Copy edit',
  'chief-read': 'Chief’s read',
  final: 'Final',
  killed: 'Killed',
};

const SEVERITY_WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  suggestion: ['suggestion', 'suggestions'],
};

/** "1 error", "3 warnings". */
export function severityCount(severity: Severity, count: number): string {
  return `${count} ${SEVERITY_WORDS[severity][count === 1 ? 0 : 1]}`;
}

/** "1 word", "2 words". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A check's title in lists: "Weekday and date disagree". */
export function checkTitle(id: string): string {
  return checkInfo(id)?.title ?? sentence(id);
}

/** Who says so: the source of a check's rule; null for our own and for checks that are gone. */
export function checkSource(id: string): string | null {
  const source = checkInfo(id)?.source;
  return source === undefined || source === 'Galley' ? null : source;
}

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MINUTE = 60_000;

/** How long ago, short: "now", "2 min", "3 h", "yesterday", "Oct. 4", "Oct. 4, 2024". */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / MINUTE);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h`;
  if (hours < 48) return 'yesterday';
  const date = new Date(then);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** A day: "Oct. 4, 2024" in the words of the system's calendar. */
export function dayWords(at: number): string {
  return new Date(at).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
}

/** A time of day to the second, 24 hours: "14:02:11". */
export function clock(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour12: false });
}

/** Bytes for people: "840 KB", "2.4 MB". */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
  'en-CA': 'English (Canada)',
  'en-AU': 'English (Australia)',
};
export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGES);

/** A language for people: "English (US)". */
export function languageName(code: string): string {
  const known = LANGUAGES[code];
  if (known) return known;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A moment in words, for a record: "24 Nov 2026, 14:02". */
export function whenWords(at: number): string {
  if (Number.isNaN(at)) return 'at an unknown time';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

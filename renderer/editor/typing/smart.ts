/** What typing one character does: `back` characters before the caret are exchanged for `text`. */
export interface Substitution {
  readonly back: number;
  readonly text: string;
}

export interface SmartOptions {
  readonly smartQuotes: boolean;
  readonly smartDashes: boolean;
  /** BCP 47 language of the story. Only English quotes are known; other languages are left as typed. */
  readonly language: string;
}

const OPENERS = /[\s\u00a0([{<“‘/]$/;
const DASHES = /[-–—]$/;
/** Words that begin with an apostrophe, for which a typed quote first turned the wrong way. */
const ELIDED = /(?:^|[\s\u00a0([{“—–-])‘((?:tis|twas|twere|twill|twould|em|til|n|cause)|\d0)$/i;

/**
 * The substitution for a character typed after `before` (the text of the block up to the caret), or null to leave it
 * as typed. Quotes turn by what stands before them; `--` becomes a dash; ‘tis and ‘90s get an apostrophe once they are
 * recognisable.
 */
export function smartSubstitution(
  before: string,
  typed: string,
  { smartQuotes, smartDashes, language }: SmartOptions,
): Substitution | null {
  if (typed === '-') {
    return smartDashes && before.endsWith('-') && !before.endsWith('--')
      ? { back: 1, text: dash(before.slice(0, -1), language) }
      : null;
  }
  if (!smartQuotes || !/^en\b/i.test(language)) return null;
  if (typed === '"') return { back: 0, text: opens(before, '“', '”') ? '“' : '”' };
  if (typed === "'") return single(before);
  return elision(before, typed);
}

/** British copy sets a spaced en dash, American copy an em dash. */
function dash(before: string, language: string): string {
  return /^en-(?:GB|IE|AU|NZ|ZA)\b/i.test(language) && /[\s\u00a0]$/.test(before) ? '–' : '—';
}

function single(before: string): Substitution {
  // Rock ’n’ roll: the second apostrophe shows what the first one was.
  if (/(?:^|[\s\u00a0])‘n$/i.test(before)) return { back: 2, text: `’${before.slice(-1)}’` };
  return { back: 0, text: opens(before, '‘', '’') ? '‘' : '’' };
}

function opens(before: string, open: string, close: string): boolean {
  if (before === '' || OPENERS.test(before)) return true;
  if (!DASHES.test(before)) return false;
  // After a dash a quote closes one that is open and otherwise opens: “I was—” but: she said—“no”.
  return before.lastIndexOf(open) <= before.lastIndexOf(close);
}

function elision(before: string, typed: string): Substitution | null {
  const found = ELIDED.exec(before)?.[1];
  if (found === undefined) return null;
  const decade = /^\d/.test(found);
  if (decade ? typed !== 's' : !/^[\s\u00a0.,;:!?)\]”—–-]$/.test(typed)) return null;
  if (/^n$/i.test(found) && !/\s/.test(typed)) return null;
  return { back: found.length + 1, text: `’${found}${typed}` };
}

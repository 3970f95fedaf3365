/*
 * Folding for captions and credits. What keeps offsets is length-preserving: one code unit in, one out.
 */

const SAME_LENGTH: readonly (readonly [RegExp, string])[] = [
  [/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u2018\u2019\u201b\u02bc\u2032\uff07]/g, "'"],
  [/[\u201c\u201d\u201f\u2033\uff02]/g, '"'],
  [/[\u2012-\u2015\u2212]/g, '—'],
  [/[\u2010\u2011]/g, '-'],
  [/[\u2044\u2215\uff0f]/g, '/'],
  [/[\uff5c\u2502\u00a6]/g, '|'],
  [/\uff1a/g, ':'],
  [/\r/g, ' '],
];

/** Folds quotes, dashes, slashes, bars and spaces to one form each; offsets stay valid in the original. */
export function foldSame(text: string): string {
  let folded = text;
  for (const [find, by] of SAME_LENGTH) folded = folded.replace(find, by);
  return folded;
}

/** Lower-cases A–Z only, so that offsets stay valid. */
export function lowerSame(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A key for comparing names: case, accents, dots, apostrophes, hyphens and a leading "the" do not count. */
export function foldKey(text: string): string {
  return foldSame(text)
    .normalize('NFD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/['.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[\s\-—_,"*]+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Single spaces, no space at the ends, no invisible characters: a name as it may be shown. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .trim();
}

/**
 * Edit distance with neighbouring letters swapped counted once (optimal string alignment), up to `limit`;
 * more than that gives `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

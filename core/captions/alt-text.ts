/** Characters to aim at (IPTC Photo Metadata: Alt Text). */
export const ALT_AIM = 125;
/** Characters printed at most, where the style book gives no limit. */
export const ALT_MOST = 250;

/**
 * Parts an alt text that is longer than `most` characters: what stays, and the rest for the extended description. It
 * ends at a sentence if it can, else at a clause or a word. Nothing is lost but the space between the two.
 */
export function partedAlt(
  text: string,
  most: number,
): { readonly alt: string; readonly rest: string } {
  const whole = text.trim();
  if (whole.length <= most) return { alt: whole, rest: '' };
  const head = whole.slice(0, most + 1);
  const ends = [/^.*[.!?…]["'”’)]?(?=\s)/su, /^.*[,;:–—](?=\s)/su, /^.*\S(?=\s)/su];
  const least = Math.min(40, most / 2);
  const alt =
    ends.map((end) => end.exec(head)?.[0] ?? '').find((part) => part.length >= least) ??
    whole.slice(0, most);
  return { alt: alt.trim(), rest: whole.slice(alt.length).trim() };
}

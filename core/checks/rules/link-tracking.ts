import type { BlockCheck, Draft } from '../types';

/** Parameters that tell a site where a reader came from and change nothing of what it shows. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_(?:anon|enc)_id|s_cid|cmpid|ncid|smid|smtyp|guccounter|guce_referrer(?:_sig)?)$/u;

export const linkTracking: BlockCheck = {
  id: 'link-tracking',
  title: 'Link with tracking',
  section: 'Links, headline, accessibility',
  severity: 'warning',
  scope: 'block',
  kinds: 'all',
  why: 'The address carries marks of whoever shared it. They follow readers about, and lead to the same page without them.',
  source: 'Google Analytics, campaign parameters; Galley',
  examples: {
    flags: [
      { text: 'The <[[report]]|https://example.org/r?utm_source=mail> came out.' },
      { text: 'The <[[report]]|https://example.org/r?id=7&fbclid=x#p2> came out.' },
    ],
    passes: [
      { text: 'The <report|https://example.org/r> came out.' },
      // Functional parameters.
      { text: 'The <report|https://example.org/r?id=7&page=2&q=utm_source> came out.' },
      { text: 'Write to <us|mailto:desk@example.org?subject=utm_source>.' },
    ],
  },
  run(block) {
    return (block.links ?? []).flatMap(({ start, end, address }): readonly Draft[] => {
      const clean = withoutTracking(address);
      if (clean === null) return [];
      return [
        {
          block: block.id,
          start,
          end,
          message: `The link’s address carries tracking: ${clean.taken.join(', ')}.`,
          fact: clean.taken[0] ?? '',
          fixes: [
            {
              title: 'Clean address',
              safe: true,
              edits: [{ op: 'link', block: block.id, start, end, address: clean.address }],
            },
          ],
        },
      ];
    });
  },
};

/** The address without its tracking parameters, and their names; null when there are none. The rest stays as written. */
export function withoutTracking(
  address: string,
): { readonly address: string; readonly taken: readonly string[] } | null {
  const [, page = '', query, anchor = ''] =
    /^(https?:[^?#]*)\?([^#]*)(#.*)?$/iu.exec(address) ?? [];
  if (query === undefined) return null;
  const parts = query.split('&');
  const nameOf = (part: string) => (part.split('=')[0] ?? '').toLowerCase();
  const kept = parts.filter((part) => !TRACKING.test(nameOf(part)));
  if (kept.length === parts.length) return null;
  return {
    address: `${page}${kept.length > 0 ? `?${kept.join('&')}` : ''}${anchor}`,
    taken: parts.map(nameOf).filter((name) => TRACKING.test(name)),
  };
}

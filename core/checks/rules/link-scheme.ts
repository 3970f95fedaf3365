import type { BlockCheck, Draft } from '../types';

const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;
/** What a story may point to. */
const GOOD = /^(?:https?:\/\/[^/\s]|mailto:[^/\s]|tel:[+\d]|sms:[+\d])/iu;
/** Slips of the hand for http and https: letters lost, doubled or swapped, and what follows them broken. */
const MEANT_WEB =
  /^(?:h+t*p+s*|htt?sp?|hhtps?|http?s?s?|ttps?|tthps?|hpptt?s?|ptths?)[:;]?[\\/]{1,3}/iu;
const HOST = /^(?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=[/?#:]|$)/iu;

export const linkScheme: BlockCheck = {
  id: 'link-scheme',
  title: 'Link that leads nowhere',
  section: 'Links, headline, accessibility',
  severity: 'error',
  scope: 'block',
  kinds: 'all',
  why: 'The address does not begin as a web, mail or phone address does, so the link fails for every reader.',
  source: 'RFC 3986, section 3.1',
  examples: {
    flags: [
      { text: 'The <[[report]]|htp://example.org/r> came out.' },
      { text: 'The <[[report]]|http:/example.org/r> came out.' },
      { text: 'The <[[report]]|https//example.org/r> came out.' },
      { text: 'The <[[report]]|www.example.org/r> came out.' },
      { text: 'The <[[report]]|file:///C:/desk/r.pdf> came out.' },
    ],
    passes: [
      { text: 'The <report|https://example.org/r> came out.' },
      { text: 'The <report|http://example.org/r> came out.' },
      { text: 'Write to <the desk|mailto:desk@example.org> or <call|tel:+15550100>.' },
      { text: 'See <the table|#table-2> and <the archive|/archive/2009>.' },
    ],
  },
  run(block) {
    return (block.links ?? []).flatMap(({ start, end, address }): readonly Draft[] => {
      const wanted = repaired(address.trim());
      if (wanted === undefined) return [];
      return [
        {
          block: block.id,
          start,
          end,
          message: `The link’s address, ${address.slice(0, 60)}, leads nowhere.`,
          fact: SCHEME.exec(address)?.[0] ?? address.slice(0, 20),
          fixes:
            wanted === null
              ? []
              : [
                  {
                    title: wanted,
                    safe: false,
                    edits: [{ op: 'link', block: block.id, start, end, address: wanted }],
                  },
                ],
        },
      ];
    });
  },
};

/** The address that was meant; null when that cannot be told; undefined when it is right as it is. */
function repaired(address: string): string | null | undefined {
  if (GOOD.test(address) || /^[#/?.](?!\/)/u.test(address)) return undefined;
  const slip = MEANT_WEB.exec(address)?.[0];
  if (slip !== undefined) {
    const rest = address.slice(slip.length);
    return HOST.test(rest) ? `http${/s/iu.test(slip) ? 's' : ''}://${rest}` : null;
  }
  if (HOST.test(address)) return `https://${address.replace(/^\/\//u, '')}`;
  return SCHEME.test(address) ? null : undefined;
}

import type { BlockCheck } from '../types';

/** "A painting of" and "a portrait of" say what is to be seen, and stay. */
const PREFIX =
  /^\s*(?:(?:an?|the|this) )?(?:(?:black[- ]and[- ]white|colou?r|close-?up|stock|file|aerial) )?(?:pictures?|photos?|photographs?|images?|pics?|screen ?reader image) (?:of|showing|depicting|shows|depicts) (?=\S)/i;

export const altPrefix: BlockCheck = {
  id: 'alt-prefix',
  title: 'Alt text says that it is a picture',
  section: 'Links, headline, accessibility',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['alt'],
  why: 'Screen readers announce the picture themselves.',
  source: 'WebAIM, alternative text',
  examples: {
    flags: [
      { text: 'alt: [[A picture of ]]Simon Day at his desk', fixed: 'Simon Day at his desk' },
      { text: 'alt: [[Image of ]]a torn flag', fixed: 'A torn flag' },
      { text: 'alt: [[The photo showing ]]ships at the pier', fixed: 'Ships at the pier' },
    ],
    passes: [
      { text: 'alt: Simon Day at his desk' },
      // A painting of.
      { text: 'alt: A painting of Simon Day' },
      { text: 'alt: A man holds a picture of Simon Day' },
      { text: 'alt: Photo albums of the Day family' },
    ],
  },
  run(block) {
    const match = PREFIX.exec(block.text);
    if (!match) return [];
    const end = match[0].length;
    const next = String.fromCodePoint(block.text.codePointAt(end) ?? 32);
    return [
      {
        block: block.id,
        start: 0,
        end,
        message: `The alt text begins with “${match[0].trim()}”.`,
        fact: `no “${match[0].trim()}”`,
        fixes: [
          {
            title: 'Begin with what it shows',
            edits: [
              {
                op: 'replace',
                block: block.id,
                start: 0,
                end: end + next.length,
                text: next.toUpperCase(),
              },
            ],
            safe: true,
          },
        ],
      },
    ];
  },
};

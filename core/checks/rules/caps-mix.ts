import lexicon from '#assets/lexicons/caps-mix.json';
import type { ReadBlock } from '../../article/reading';
import { analyse } from '../analysis';
import { perBlock } from '../per-block';
import { within } from '../quotations';
import type { Draft, Place, StoryCheck } from '../types';

const KINDS = new Set(['paragraph', 'list-item', 'dek', 'caption', 'bio']);
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'@#./_-])(?:${lexicon.words.join('|')})(?![\p{L}\p{N}@/_-]|\.\p{L}|[’']\p{Ll}{2})`,
  'giu',
);
const HINTS = new Set(lexicon.words.map((word) => word.slice(0, 3)));

interface Form extends Place {
  readonly text: string;
}

export const capsMix: StoryCheck = {
  id: 'caps-mix',
  title: 'Capital used now and then',
  section: 'House style and consistency',
  severity: 'suggestion',
  scope: 'story',
  why: 'Some words are written with a capital by some houses and without by others. One story does one.',
  source: 'AP Stylebook, capitalization; Chicago Manual of Style 8.1',
  examples: {
    flags: [
      {
        text: 'They use the internet at home and the internet at work.\nThen the [[Internet]] was down.',
        fixed: 'Then the internet was down.',
      },
      {
        text: 'In the Midwest it rained. All over the Midwest. Later the [[midwest]] was dry.',
        fixed: 'In the Midwest it rained. All over the Midwest. Later the Midwest was dry.',
      },
      { text: 'In June the court was full, so the court said. But the [[Court]] was split.' },
    ],
    passes: [
      { text: 'They use the internet. Internet use rose. The Internet Archive kept a copy.' },
      { text: 'He read the Post. Then the post came. She works for the Harbor Post.' },
      { text: 'The vote in Congress is today. A congress of dentists meets.' },
      { text: 'They use the internet. “I hate the Internet,” she said.' },
      { text: 'They use the Internet and the Internet alone.' },
    ],
  },
  run(story) {
    const words = new Map<string, Map<string, Form[]>>();
    for (const block of story.blocks) {
      if (!KINDS.has(block.kind)) continue;
      const forms = formsOf(block);
      if (forms.length === 0) continue;
      const { quotations } = story.analysis(block);
      for (const form of forms) {
        if (within(quotations, form.start, form.end)) continue;
        const key = form.text.toLowerCase();
        const byForm = words.get(key) ?? new Map<string, Form[]>();
        byForm.set(form.text, [...(byForm.get(form.text) ?? []), form]);
        words.set(key, byForm);
      }
    }
    return [...words.values()].flatMap((byForm) => {
      if (byForm.size < 2) return [];
      const [usual, ...rest] = [...byForm.values()].sort((a, b) => b.length - a.length);
      return rest.flat().map((one) => draft(one, usual?.[0] ?? one));
    });
  },
};

function draft({ block, start, end, text }: Form, usual: Form): Draft {
  return {
    block,
    start,
    end,
    message: `The story has “${text}” here and “${usual.text}” elsewhere.`,
    fact: `${text} ↔ ${usual.text}`,
    fixes: [
      {
        title: usual.text,
        safe: false,
        edits: [{ op: 'replace', block, start, end, text: usual.text }],
      },
    ],
    related: [{ block: usual.block, start: usual.start, end: usual.end }],
  };
}

/** Words behind "the" that name one thing with a capital and another without: papers, parties, firms, weekdays. */
const TWO_THINGS = new Set(lexicon.twoThings);

/** What follows a noun that stands for itself; with "of" a formal name may go on, and an adjective needs its noun. */
const NOUN_ENDS =
  /^(?:[,;:?!)]|\.(?!\p{L})|$| (?:is|was|are|were|has|had|have|will|would|can|could|may|said|says|on|in|at|to|by|with|from|that|which|who|when|as|but|before|after|well)(?!\p{L}))/u;

/** "Voice of the Customer", "Return of the Native": part of a name. */
const IN_NAME =
  /(?:\p{Lu}[\p{L}’'-]* (?:of|in|and|for|to|on) |[^.!?:“”"] \p{Lu}[\p{L}’'-]* )the $/u;

/** "the Court", "the court": a noun behind "the" that stands for itself, whatever the word. */
const nounsBehindThe = (block: ReadBlock): readonly Form[] => {
  const { text } = block;
  const list = analyse(block).tokens;
  const found: Form[] = [];
  for (let index = 1; index < list.length; index += 1) {
    const token = list[index];
    const before = list[index - 1];
    if (!token || before?.text !== 'the' || before.end + 1 !== token.start) continue;
    const { start, end, text: word } = token;
    const key = word.toLowerCase();
    if (word.length < 4 || TWO_THINGS.has(key) || word.slice(1) !== key.slice(1)) continue;
    if (!NOUN_ENDS.test(text.slice(end, end + 9)) || !/^\p{L}+$/u.test(word)) continue;
    if (/^ (?:on|for|to) (?:the )?\p{Lu}/u.test(text.slice(end, end + 12))) continue;
    if (IN_NAME.test(text.slice(Math.max(0, start - 40), start))) continue;
    found.push({ block: block.id, start, end, text: word });
  }
  return found;
};

const formsOf = perBlock((block: ReadBlock): readonly Form[] => {
  const known = listed(block);
  const more = nounsBehindThe(block).filter(
    ({ start, end }) => !known.some((form) => form.start < end && start < form.end),
  );
  return [...known, ...more];
});

const listed = (block: ReadBlock): readonly Form[] => {
  const { text } = block;
  if (!analyse(block).tokens.some((one) => HINTS.has(one.text.slice(0, 3).toLowerCase())))
    return [];
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 20), start);
    // A sentence's first word, a part of a longer name, all capitals: these say nothing.
    if (/(?:^|[.!?:;…“”"‘’(\n—–•*] ?)$/u.test(before)) return [];
    if (match[0].length > 1 && match[0] === match[0].toUpperCase()) return [];
    if (/\p{Lu}[\p{L}\p{N}’'.&-]*[ \u00a0](?:and |of |& )?$/u.test(before)) return [];
    if (/^[ \u00a0](?:and |of |& )?\p{Lu}/u.test(text.slice(end, end + 8))) return [];
    return [{ block: block.id, start, end, text: match[0] }];
  });
};

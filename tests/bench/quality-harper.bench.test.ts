import { beforeAll, describe, test } from 'vitest';
import type { Story } from '#core/article/model';
import { readArticle, readingText } from '#core/article/reading';
import { textBlock } from '#core/article/story';
import { readForChecks } from '#core/checks/engine';
import { HARPER_CHECKS } from '#core/checks/harper/checks';
import { harperFindings, isRead } from '#core/checks/harper/findings';
import type { HarperLint, HarperLinter } from '#core/checks/harper/lint';
import { rulesOn } from '#core/checks/harper/rules';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import { realHarper } from '../harper';
import { seeded } from './faults/made';
import { hasCopy, readCopy } from './quality-copy';

/** False alarms per 1,000 words that the findings of one check may raise on clean copy, by severity. */
const MOST = { error: 0.05, warning: 0.5, suggestion: 2 };
/** Harper reads all copy in ten minutes; every so many stories are read unless `EVERY=1` asks for all. */
const EVERY = Number(process.env['EVERY'] ?? 6);
/** `SAMPLES=spelling,…` prints where these checks speak. */
const shown = new Set((process.env['SAMPLES'] ?? '').split(','));

let harper: HarperLinter;
beforeAll(async () => {
  harper = await realHarper();
  await harper.configure('American', rulesOn(PLAIN_BOOK));
});

const known = new Map<string, readonly HarperLint[]>();

async function findingsOf(story: Story): Promise<readonly Finding[]> {
  for (const block of readArticle(story.article)) {
    if (isRead(block) && !known.has(block.text)) {
      known.set(block.text, await harper.lint(block.text));
    }
  }
  return harperFindings(readForChecks(story), (text) => known.get(text) ?? [], PLAIN_BOOK).findings;
}

describe.skipIf(!hasCopy)('spelling and grammar on published copy', () => {
  const copy = readCopy().filter((_one, index) => index % EVERY === 0);

  test('false alarms per 1,000 words, the American book', async () => {
    const words = { tuning: 0, 'held-out': 0 };
    const counts = new Map<string, { tuning: number; 'held-out': number }>();
    for (const { half, story, words: length, source } of copy) {
      words[half] += length;
      for (const found of await findingsOf(story)) {
        const name = `${found.check}, ${found.severity}`;
        const count = counts.get(name) ?? { tuning: 0, 'held-out': 0 };
        count[half] += 1;
        counts.set(name, count);
        if (!shown.has(found.check)) continue;
        const text = readArticle(story.article).find(({ id }) => id === found.block)?.text ?? '';
        const around = `${text.slice(Math.max(0, found.start - 50), found.start)}⟦${found.actual}⟧${text.slice(found.end, found.end + 40)}`;
        console.log(`${name} ${half.slice(0, 1)} ${source}: ${around} → ${found.fact}`);
      }
    }
    console.log(`words: tuning ${words.tuning}, held-out ${words['held-out']}`);
    const rate = (count: number, half: keyof typeof words) =>
      Number(((count / words[half]) * 1000).toFixed(3));
    const rows = [...counts].sort().map(([name, count]) => {
      const severity = name.split(', ')[1] as keyof typeof MOST;
      const held = rate(count['held-out'], 'held-out');
      return [
        name,
        {
          tuning: rate(count.tuning, 'tuning'),
          'held-out': held,
          found: count['held-out'],
          most: MOST[severity],
          meets: held <= MOST[severity],
        },
      ];
    });
    console.table(Object.fromEntries(rows));
    const silent = HARPER_CHECKS.filter(
      ({ id }) => ![...counts.keys()].some((n) => n.startsWith(id)),
    );
    console.log(`found nothing: ${silent.map(({ id }) => id).join(', ')}`);
  });

  test('slips put into clean copy that are found', async () => {
    const random = seeded(20_261_127);
    const tally = new Map(FAULTS.map(([name]) => [name, { put: 0, found: 0 }]));
    const stories = copy.filter(({ half, words }) => half === 'held-out' && words > 200);
    for (const [index, { story }] of stories.slice(0, 240).entries()) {
      const [name, fault] = FAULTS[index % FAULTS.length] ?? [];
      const count = name === undefined ? undefined : tally.get(name);
      const places = story.article.blocks.flatMap((block, at) =>
        block.kind === 'paragraph' && readingText(block.spans).length > 80 ? [at] : [],
      );
      const at = places[random(places.length)];
      const block = at === undefined ? undefined : story.article.blocks[at];
      if (!fault || !count || at === undefined || block?.kind !== 'paragraph') continue;
      const made = fault(readingText(block.spans), random);
      if (!made) continue;
      const blocks = story.article.blocks.with(at, textBlock(block.id, 'paragraph', made.text));
      count.put += 1;
      const findings = await findingsOf({ ...story, article: { blocks } });
      const hit = findings.some(
        (one) => one.block === block.id && one.start < made.end && made.start < one.end,
      );
      if (hit) count.found += 1;
      else if (shown.has('missed'))
        console.log(`missed ${name}: ${made.text.slice(made.start - 20, made.end + 20)}`);
    }
    console.table(
      Object.fromEntries(
        [...tally].map(([name, { put, found }]) => [
          name,
          { put, found, recall: Number((found / put).toFixed(3)) },
        ]),
      ),
    );
  });
});

type Random = ReturnType<typeof seeded>;
interface Made {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Changes a random word of at least `least` small letters; null where there is none. */
function inWord(least: number, change: (word: string, random: Random) => string) {
  return (text: string, random: Random): Made | null => {
    const words = [...text.matchAll(/(?<=\s)\p{Ll}+(?=[\s,.])/gu)].filter(
      ({ 0: word }) => word.length >= least,
    );
    const match = words[random(words.length)];
    if (!match) return null;
    const word = change(match[0], random);
    if (word === match[0]) return null;
    const { index } = match;
    return {
      text: text.slice(0, index) + word + text.slice(index + match[0].length),
      start: index,
      end: index + word.length,
    };
  };
}

const FAULTS: readonly (readonly [string, (text: string, random: Random) => Made | null])[] = [
  [
    'letters swapped',
    inWord(6, (word, random) => {
      const at = 1 + random(word.length - 3);
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
    }),
  ],
  [
    'letter left out',
    inWord(7, (word, random) => {
      const at = 1 + random(word.length - 2);
      return word.slice(0, at) + word.slice(at + 1);
    }),
  ],
  [
    'letter doubled',
    inWord(6, (word, random) => {
      const at = 1 + random(word.length - 2);
      return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
    }),
  ],
  ['word typed twice', inWord(2, (word) => `${word} ${word}`)],
];

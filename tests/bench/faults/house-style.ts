import { textBlock } from '#core/article/story';
import type { Fault, Faults } from './inject';
import { insert, sentence, somewhere, textOf } from './inject';
import type { Random } from './made';
import { between, city, group, groupStart, job, noun, one } from './made';

/** Every word of the story, folded: a fault by mixture must not meet a mixture that is there already. */
const wordsOf = (story: Parameters<Fault>[0]): string =>
  story.article.blocks.map(textOf).join('\n').toLowerCase();

/** Two paragraphs that disagree, far apart. */
const apart = (story: Parameters<Fault>[0], random: Random, first: string, second: string) => {
  const made = insert(
    story,
    Math.min(1, story.article.blocks.length),
    textBlock('told', 'paragraph', first),
  );
  return {
    story: insert(
      made,
      Math.max(2, somewhere(made, random)),
      textBlock('fault', 'paragraph', second),
    ),
    at: [...story.article.blocks.map(({ id }) => id), 'told', 'fault'],
  };
};

/** Words the two sides of the ocean spell differently; other ones than most lists begin with. */
const US_UK =
  'color/colour|center/centre|theater/theatre|labor/labour|neighbor/neighbour|traveled/travelled|defense/defence|organize/organise|gray/grey|plow/plough|analyze/analyse|catalog/catalogue|favorite/favourite|harbor/harbour|honor/honour|jewelry/jewellery|meter/metre|skeptical/sceptical|tire/tyre|fiber/fibre|rumor/rumour|behavior/behaviour|canceled/cancelled|modeling/modelling|aluminum/aluminium|humor/humour|odor/odour|parlor/parlour|license/licence|liter/litre|mustache/moustache|pajamas/pyjamas|realize/realise|recognize/recognise|criticize/criticise|apologize/apologise|fueled/fuelled|labeled/labelled|endeavor/endeavour|flavor/flavour'
    .split('|')
    .map((pair) => pair.split('/') as [string, string]);

const FRAMES: readonly ((word: string, random: Random) => string)[] = [
  (word, random) => `The word ${word} came up at the ${noun(random)}.`,
  (word, random) => `A ${job(random)} spoke at length about ${word} and little else.`,
  (word, random) => `It was all about ${word}, ${group(random)} said.`,
];
const framed = (word: string, random: Random) => one(FRAMES, random)(word, random);

const usUk: Fault = (story, random) => {
  const plain = US_UK.filter(([us]) => !/^(?:tire|meter|license|catalog|gray)$|ize$/u.test(us));
  const [first, second, third] = [one(plain, random), one(plain, random), one(US_UK, random)];
  if (first === second || first === third || second === third) return null;
  const side = random(2);
  return apart(
    story,
    random,
    `${framed(first[side] ?? '', random)} ${framed(second[side] ?? '', random)}`,
    framed(third[1 - side] ?? '', random),
  );
};

const HYPHENS =
  'e-mail|co-operate|mid-term|on-line|co-ordinator|multi-national|non-profit|fund-raiser|week-end|sub-committee|semi-final|over-crowding|under-funded|anti-trust|inter-state|bio-fuel|land-mine|ware-house|house-hold|news-letter|flood-water|post-war|micro-chip|mega-city|tele-medicine|hydro-power|super-market|grass-roots|child-care|health-care'.split(
    '|',
  );
const hyphens: Fault = (story, random) => {
  const word = one(HYPHENS, random);
  const closed = word.replace('-', '');
  if (wordsOf(story).includes(word) || wordsOf(story).includes(closed)) return null;
  const [one_, other] = random(2) === 0 ? [word, closed] : [closed, word];
  return apart(
    story,
    random,
    `${framed(one_, random)} ${framed(one_, random)}`,
    framed(other, random),
  );
};

const CAPS =
  'Internet|Web|Midwest|Northeast|Southwest|Army|Navy|Marines|Parliament|Cabinet|Treasury|Constitution|Earth|Bible|Renaissance|Holocaust|Allied|Arctic|Equator|Senate'.split(
    '|',
  );
const caps: Fault = (story, random) => {
  const word = one(CAPS, random);
  const low = word.toLowerCase();
  if (wordsOf(story).includes(low)) return null;
  const [usual, odd] = random(2) === 0 ? [word, low] : [low, word];
  const told = (form: string) =>
    one(
      [
        `People talk about the ${form} in ${city(random)}.`,
        `Many ${group(random)} know the ${form} well.`,
      ],
      random,
    );
  return apart(story, random, `${told(usual)} ${told(usual)}`, told(odd));
};

const GOODS =
  'apples pears plums bread cheese wine rope paint tar boots hats gloves books maps pens chairs tables lamps bricks stones tiles cups plates spoons onions carrots beans trucks vans buses'.split(
    ' ',
  );
function series(random: Random, comma: boolean): string {
  const at = random(GOODS.length - 5);
  const items = GOODS.slice(at, at + 3 + random(2));
  const last = items.at(-1);
  const list = `${items.slice(0, -1).join(', ')}${comma ? ',' : ''} and ${last}`;
  return one(
    [
      `The ${noun(random)} sold ${list}.`,
      `${groupStart(random)} brought ${list}.`,
      `They paid for ${list}.`,
      `In ${city(random)} there were ${list}.`,
    ],
    random,
  );
}
const serial: Fault = (story, random) => {
  const comma = random(2) === 0;
  const made = apart(
    story,
    random,
    `${series(random, comma)} ${series(random, comma)}`,
    series(random, !comma),
  );
  return made;
};
const serialHouse: Fault = (story, random) => {
  const comma = random(2) === 0;
  const made = sentence((dice) => series(dice, comma))(story, random);
  return made && { ...made, book: { options: { serialComma: comma ? 'never' : 'always' } } };
};

const PLACES =
  'Reno, Nev.|Mobile, Ala.|Flint, Mich.|Troy, N.Y.|Macon, Ga.|Salem, Ore.|Tulsa, Okla.|Boise, ID|Newark, N.J.|Bangor, ME|Tampa, Fla.|Fresno, Calif.|Akron, OH|Mesa, Ariz.|Waco, TX|Gary, Ind.|Pueblo, Colo.|Laramie, Wyo.|Casper, WY|Eugene, OR|Duluth, Minn.|Peoria, Ill.|Topeka, Kan.|Omaha, NE|Camden, N.J.|Butte, Mont.'.split(
    '|',
  );
const state = (random: Random): string => {
  const place = one(PLACES, random);
  return one(
    [
      `The ${job(random)} moved to ${place}, in ${between(1950, 2020, random)}.`,
      `A ${noun(random)} in ${place}, was closed.`,
      `In ${place}, ${group(random)} met at the ${noun(random)}.`,
      `They came from ${place}, to see it.`,
    ],
    random,
  );
};

const LETTERS = 'BCDFGHKLMNPQRSTVWZ';
const abbreviation = (random: Random) =>
  Array.from({ length: 3 + random(2) }, () => LETTERS.charAt(random(LETTERS.length))).join('');
const abbrev: Fault = (story, random) => {
  const short = abbreviation(random);
  if (/^[LMCDVXI]+$/u.test(short)) return null;
  return sentence((dice) =>
    one(
      [
        `The ${short} met in ${city(dice)}. The ${short} meets each year.`,
        `A ${job(dice)} at the ${short} said so.`,
        `${groupStart(dice)} wrote to the ${short} about the ${noun(dice)}.`,
      ],
      dice,
    ),
  )(story, random);
};

const row = (find: string, replace: readonly string[], kind: 'amend' | 'review') => ({
  id: find,
  find,
  replace,
  class: kind,
  severity: kind === 'amend' ? ('warning' as const) : ('suggestion' as const),
  note: '',
  source: 'House list',
  wholeWord: true,
  matchCase: false,
});

/** A row made for the occasion, and a sentence that goes against it: the list is the house's, not ours. */
const listed =
  (kind: 'amend' | 'review'): Fault =>
  (story, random) => {
    const word = `${noun(random)} ${one(['keeper', 'master', 'hand', 'front', 'side', 'wide'], random)}`;
    if (wordsOf(story).includes(word)) return null;
    const better = word.replace(' ', one(['', '-'], random));
    const printed = one([word, word, word.charAt(0).toUpperCase() + word.slice(1)], random);
    const text =
      printed === word
        ? one(
            [
              `She saw the ${word} in ${city(random)}.`,
              `The old ${word}, which ${group(random)} know, is gone.`,
            ],
            random,
          )
        : `${printed} or not, ${group(random)} came.`;
    const made = sentence(() => text)(story, random);
    return made && { ...made, book: { words: [row(word, [better], kind)] } };
  };

export const HOUSE_FAULTS: Faults = {
  'house-spelling': listed('amend'),
  'banned-word': listed('review'),
  'us-uk-mix': usUk,
  'hyphen-mix': hyphens,
  'caps-mix': caps,
  'serial-comma': (story, random) => (random(2) === 0 ? serial : serialHouse)(story, random),
  'state-name': sentence(state, { options: { stateNames: 'full' } }),
  'abbrev-definition': abbrev,
};

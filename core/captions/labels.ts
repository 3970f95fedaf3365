/** What a credit says the picture is. */
export type CreditKind = 'photo' | 'illustration' | 'photo-illustration' | 'composite' | 'graphic';

export interface Label {
  /** As printed, trimmed: "Photo illustration by". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** null: the label names no kind ("Credit:"). */
  readonly kind: CreditKind | null;
  /** Has a colon, "by", "credit" or ©: a label wherever it stands. A weak one only opens a credit. */
  readonly strong: boolean;
  readonly courtesy: boolean;
  readonly handout: boolean;
  readonly archive: boolean;
  readonly staff: boolean;
  readonly pool: boolean;
}

const KINDS: readonly (readonly [CreditKind, string])[] = [
  ['photo-illustration', 'photo[- ]?illustrations?|fotoilustraci(?:ó|o)n(?:es)?'],
  ['composite', '(?:photo[- ])?(?:composites?|montages?|collages?)'],
  [
    'illustration',
    'illustrations?|illustrated|ilustraci(?:ó|o)n(?:es)?|drawings?|artworks?|cartoons?|art|renderings?|animations?|paintings?',
  ],
  ['graphic', 'graphics?|infographics?|charts?|maps?|diagrams?|visuali[sz]ations?'],
  [
    'photo',
    'photograph(?:s|y|ed)?|photos?|images?|pictures?|pics?|fotos?|fotografía|stills?|screengrabs?|screenshots?|video|headshots?|portraits?',
  ],
];
const ANY_KIND = KINDS.map(([, words]) => words).join('|');
const BY =
  'by|de|von|par|por|from|courtesy of|courtesy|provided by|supplied by|submitted by|contributed by|©';

/** The kind word with what makes it a label. */
const KIND_LABEL = new RegExp(
  `(?:(file|archive|handout|submitted|courtesy|contributed|provided|staff|pool|stock|cover|lead|main|top|banner|header|additional|feature|featured) )?(${ANY_KIND})(?![\\p{L}\\d])(?!-\\p{L})( ?credits?(?![\\p{L}]))?(?: ?(${BY})(?![\\p{L}]))?(?: ?(?::|\\.{3}|…) ?(?:(${BY})(?![\\p{L}]))?)?`,
  'iuy',
);
const CREDIT_LABEL =
  /(?:\*?mandatory )?credits?(?: line)?(?![\p{L}\d])(?: ?(?::|\.{3}|…))?(?: ?(?:by|to|goes to)(?![\p{L}]))?\*?/iuy;
const SOURCE_LABEL = /source ?:/iuy;
const COPYRIGHT =
  /(?:copyright(?: ?(?:©|\(c\)))?|©|\(c\))(?: ?(?:by|19\d\d|20\d\d),?(?![\p{L}\d]))* ?:?/iuy;
const COURTESY =
  /(?:(?:images? |photos? )?courtesy(?: of)?|(?:provided|supplied|submitted|contributed) by|handout from)(?![\p{L}])(?: photo)? ?:?/iuy;
const BY_LABEL = /by(?= \p{L})/iuy;

/** Reads a label that starts exactly at `at` of a folded text (see foldSame); null when there is none. */
export function readLabel(folded: string, at: number): Label | null {
  const spaces = / */y;
  let kind: CreditKind | null = null;
  let [strong, courtesy, handout, archive, staff, pool] = [
    false,
    false,
    false,
    false,
    false,
    false,
  ];
  let end = at;
  for (let round = 0; round < 4; round += 1) {
    spaces.lastIndex = end;
    spaces.exec(folded);
    const from = spaces.lastIndex;
    const copyright = match(COPYRIGHT, folded, from);
    const credit = copyright ? null : match(CREDIT_LABEL, folded, from);
    const given = copyright || credit ? null : match(COURTESY, folded, from);
    const kinds = copyright || credit || given ? null : match(KIND_LABEL, folded, from);
    const other =
      copyright ?? credit ?? given ?? kinds ?? match(SOURCE_LABEL, folded, from) ?? null;
    const by = other ?? (round === 0 ? match(BY_LABEL, folded, from) : null);
    if (!by || by[0] === '') break;
    if (copyright) strong = true;
    if (credit) strong ||= /[:.…]|\bby\b|credit$/i.test(credit[0]);
    if (given) {
      strong = true;
      courtesy = true;
      handout ||= /handout/i.test(given[0]);
    }
    if (kinds) {
      kind ??= kindOf(kinds[2] ?? '');
      const before = (kinds[1] ?? '').toLowerCase();
      const tail = `${kinds[4] ?? ''} ${kinds[5] ?? ''}`.toLowerCase();
      strong ||= kinds[3] !== undefined || /[:.…]$/.test(kinds[0].trim()) || tail.trim() !== '';
      courtesy ||=
        /^(?:courtesy|submitted|contributed|provided)$/.test(before) ||
        /courtesy|provided|supplied|submitted|contributed/.test(tail);
      handout ||= before === 'handout';
      archive ||= before === 'file' || before === 'archive';
      staff ||= before === 'staff';
      pool ||= before === 'pool';
    }
    if (other === null) strong = false;
    end = from + by[0].length;
  }
  if (end === at) return null;
  const text = folded.slice(at, end).trim();
  return { text, start: at, end, kind, strong, courtesy, handout, archive, staff, pool };
}

/** The kind a label's word names. */
export function kindOf(word: string): CreditKind {
  for (const [kind, words] of KINDS) if (new RegExp(`^(?:${words})$`, 'iu').test(word)) return kind;
  return 'photo';
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

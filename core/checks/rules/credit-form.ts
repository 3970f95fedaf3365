import type { Credit } from '../../captions/credit-types';
import { foldSame } from '../../captions/fold';
import { formatCredit } from '../../captions/format';
import { creditIn, shortFact } from '../../captions/reading';
import type { BlockCheck } from '../types';

export const creditForm: BlockCheck = {
  id: 'credit-form',
  title: 'Credit not in house form',
  section: 'Credits',
  severity: 'suggestion',
  scope: 'block',
  kinds: ['credit'],
  why: 'One house, one way to print credits. The form is set in the style book; capitals, outer brackets and “via” for a slash are left alone.',
  source: 'Style book, creditForm',
  examples: {
    flags: [
      { text: 'credit: [[Jo Lee for Getty]]', fixed: 'Jo Lee/Getty Images' },
      { text: 'credit: [[Photo: Jo Lee, AP]]', fixed: 'Jo Lee/AP' },
      {
        text: 'credit: [[Jo Lee/AFP]]',
        book: { creditForm: 'guardian' },
        fixed: 'Photograph: Jo Lee/AFP',
      },
      { text: 'credit: [[Jo Lee/AP]]', book: { creditForm: 'ap' }, fixed: '(AP Photo/Jo Lee)' },
      {
        text: 'credit: [[Jo Lee/Reuters]]',
        book: { creditForm: 'reuters' },
        fixed: 'REUTERS/Jo Lee',
      },
    ],
    passes: [
      { text: 'credit: Jo Lee/Getty Images' },
      { text: 'credit: (Jo Lee/AFP via Getty Images)' },
      { text: 'credit: JO LEE/AFP/Getty Images', book: { creditForm: 'ap' } },
      { text: 'credit: AP Photo/Jo Lee, File', book: { creditForm: 'ap' } },
      { text: 'credit: Photograph: Anadolu Agency/Getty Images', book: { creditForm: 'guardian' } },
      // Wording that a contract asks for.
      { text: 'credit: Photo by Jo Lee/Getty Images for Ithaca Holdings' },
      { text: 'credit: Photo courtesy of the Harbour Museum' },
      { text: 'credit: Photo: Jo Lee, CC BY 4.0, via Wikimedia Commons' },
    ],
  },
  run(block, _analysis, book) {
    const placed = creditIn(block);
    if (placed?.offset !== 0 || isContractual(placed.credit)) return [];
    const house = formatCredit(placed.credit, book.creditForm);
    if (foldForm(house) === foldForm(withShortNames(placed.credit))) return [];
    const start = block.text.length - block.text.trimStart().length;
    const end = block.text.trimEnd().length;
    return [
      {
        block: block.id,
        start,
        end,
        message: 'The credit is not in the house’s form.',
        fact: shortFact(house),
        fixes: [
          {
            title: house,
            edits: [{ op: 'replace', block: block.id, start, end, text: house }],
            safe: false,
          },
        ],
      },
    ];
  },
};

/** Wording that others prescribe, or that was not read with certainty: not ours to rewrite. */
function isContractual(credit: Credit): boolean {
  return (
    !credit.certain ||
    credit.client !== null ||
    credit.commissioner !== null ||
    credit.courtesy ||
    credit.handout ||
    credit.licence !== null ||
    credit.doubled.length > 0 ||
    credit.kinds.length > 1 ||
    credit.organisations.length > 0 ||
    credit.agencies.length === 0 ||
    /©|copyright|mandatory/i.test(credit.raw)
  );
}

/** The credit with the agencies' long names shortened: "Agence France-Presse" is no breach of form, "Getty" is. */
function withShortNames(credit: Credit): string {
  let text = credit.raw;
  for (const party of credit.parties.toReversed()) {
    if (party.role !== 'agency' || party.text.length <= party.name.length) continue;
    if (/ photos?$/i.test(party.text)) continue;
    text = text.slice(0, party.start) + party.name + text.slice(party.end);
  }
  return text;
}

function foldForm(text: string): string {
  return foldSame(text)
    .toLowerCase()
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/\.$/, '')
    .replace(/,? via /g, '/')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ');
}

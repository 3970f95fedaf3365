import { nameLedger } from '../../ledger/name-ledger';
import { respell, rightSpelling, wrongForms } from '../../ledger/spelling';
import type { Draft, Place, StoryCheck } from '../types';

export const nameNotAsDecided: StoryCheck = {
  id: 'name-not-as-decided',
  title: 'Name not as decided',
  section: 'Names, titles, attribution',
  severity: 'error',
  scope: 'story',
  why: 'The desk has joined these spellings into one person or marked one of them as right. Everything else is a slip, or the decision is.',
  source: 'The desk’s own decisions in the name ledger',
  examples: {
    flags: [
      {
        text: 'Mayor Anna Reis opened the pier.\nLater [[Ana Reis]] left.',
        decisions: [
          ['same', 'Ana Reis', 'Anna Reis'],
          ['spelling', 'Anna Reis'],
        ],
        fixed: 'Later Anna Reis left.',
      },
      {
        text: 'Mayor Ana Brandvold spoke. Brandvold left.\nThe pier, [[Brandwold]] said, is safe.',
        decisions: [
          ['same', 'Brandwold', 'Brandvold'],
          ['spelling', 'Brandvold'],
        ],
        fixed: 'The pier, Brandvold said, is safe.',
      },
      {
        text: 'Mayor Ana Reis opened the pier. Ana Reis spoke.\n“Then [[Anna Reis]] left,” he said.',
        decisions: [['same', 'Ana Reis', 'Anna Reis']],
        fixed: '“Then Ana Reis left,” he said.',
      },
      {
        text: 'The aid reached Rukban. In Rukban it rained.\nNobody in [[Rubkan]] knew.',
        decisions: [['same', 'Rukban', 'Rubkan']],
      },
    ],
    passes: [
      // Nothing was decided: another check speaks of what looks alike.
      { text: 'Mayor Anna Reis opened the pier.\nLater Ana Reis left.' },
      // Later forms, initials and capitals agree with the full name.
      {
        text: 'Mayor Sergei Lavrov spoke. Lavrov left.\nS. Lavrov was early.\ncaption: SERGEI LAVROV waves',
        decisions: [['spelling', 'Sergei Lavrov']],
      },
      {
        text: 'Mayor Hillary Rodham Brandvold spoke.\nLater Hillary Brandvold left.',
        decisions: [
          ['same', 'Hillary Rodham Brandvold', 'Hillary Brandvold'],
          ['spelling', 'Hillary Rodham Brandvold'],
        ],
      },
      // Two people who were kept apart.
      {
        text: 'Mayor Anna Reis opened the pier.\nLater Ana Reis left.',
        decisions: [
          ['apart', 'Ana Reis', 'Anna Reis'],
          ['spelling', 'Anna Reis'],
        ],
      },
      // Another person of the surname.
      {
        text: 'Mayor Ana Reis opened the pier.\nPeter Reis left. Anna Lund stayed.',
        decisions: [['spelling', 'Ana Reis']],
      },
      // A decision about names that are no longer in the story.
      { text: 'Mayor Peter Lund left.', decisions: [['same', 'Ana Reis', 'Anna Reis']] },
    ],
  },
  run({ blocks, decisions }) {
    if (!decisions.some(({ kind }) => kind === 'same' || kind === 'spelling')) return [];
    return nameLedger(blocks, { decisions }).flatMap((entry): readonly Draft[] => {
      const right = rightSpelling(entry);
      if (!right) return [];
      const related = entry.forms.find(({ text }) => text === right.text)?.places.slice(0, 3) ?? [];
      return wrongForms(entry, right.text).flatMap(({ text, places }) =>
        places.map((place) => draft(place, text, right.text, right.decided, related)),
      );
    });
  },
};

function draft(
  place: Place,
  form: string,
  right: string,
  decided: boolean,
  related: readonly Place[],
): Draft {
  const text = respell(form, right);
  const fact = `${form} → ${text}`;
  return {
    ...place,
    ...(decided ? {} : { severity: 'warning' as const }),
    message: decided
      ? `The desk marked ${right} as the right spelling; here it is ${form}.`
      : `The desk made ${form} and ${right} one person, who is spelled in two ways.`,
    fact: fact.length <= 60 ? fact : `${fact.slice(0, 59)}…`,
    related,
    fixes: [{ title: text, safe: false, edits: [{ op: 'replace', ...place, text }] }],
  };
}

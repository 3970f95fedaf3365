import { describe, expect, it } from 'vitest';
import type { DecisionKind, Story } from '#core/article/model';
import { checkStory } from '#core/checks/engine';
import { parseExample } from '#core/checks/example';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { decide, decisionFor, takeBack } from '#core/ledger/decisions';
import type { LedgerRow } from '../../../renderer/state/ledger';
import {
  canKeepApart,
  decisionWords,
  mergeChoices,
  rowOf,
  shownRows,
  stillSpeaks,
} from '../../../renderer/state/ledger';
import { nameRows } from '../../../renderer/state/name-rows';
import { numberRows } from '../../../renderer/state/number-rows';

const TEXT = `Mayor Ana Reis opened the pier. Reis left.
Anna Reis came back. Peter Lund stayed. The Salt Strait is cold.
caption: Thomas Lee waves.`;

const storyOf = (text: string): Story => parseExample({ text }).story;
const made = (kind: DecisionKind, ...words: string[]) =>
  decisionFor(kind, words, 'Jo Lee', '2026-01-05T10:00:00Z');
const names = (story: Story) => nameRows(story, checkStory(story, PLAIN_BOOK));
const lines = (row: LedgerRow | undefined) =>
  row?.lines.map(({ kind, text, note, mark }) => [kind, text, note, mark]);

describe('rows of names', () => {
  it('tell titles, places, what is near, and who is only in captions', () => {
    const rows = names(storyOf(TEXT));
    expect(
      shownRows(rows, { filter: '', all: false }).map(({ title, note }) => [title, note]),
    ).toEqual([
      ['Ana Reis', 'Mayor · a name a letter away'],
      ['Anna Reis', 'a name a letter away'],
      ['Peter Lund', ''],
      ['Thomas Lee', 'only in captions'],
    ]);
    expect(lines(rows[0])).toEqual([
      ['form', 'Ana Reis', 'text', null],
      ['form', 'Reis', 'text', null],
      ['title', 'Mayor', 'text', null],
      ['near', 'Anna Reis', 'a letter away, text', null],
    ]);
    expect(rows.find(({ title }) => title === 'Thomas Lee')?.light).toBe('warning');
  });

  it('tell who is only in the bio or the headline, and whom the text never names in full', () => {
    const text = 'headline: Jo Lund wins\nMayor Reis spoke.\nbio: Marit Solberg was an editor.';
    expect(names(storyOf(text)).map(({ title, note }) => [title, note])).toEqual([
      ['Jo Lund', 'only in the headline'],
      ['Reis', 'Mayor · no full name in the text'],
      ['Marit Solberg', 'only in the bio'],
    ]);
  });

  it('keep apart full names, and a surname alone only where a decision joined it', () => {
    const story = decide(
      storyOf('Ana Maria Reis spoke. Ana Reis left. Reis ran.\nBrandvold came. Peter Lund left.'),
      made('same', 'Brandvold', 'Peter Lund'),
    );
    const can = (name: string) => {
      const row = rowOf(names(story), name);
      return row?.lines.filter((line) => canKeepApart(row, line)).map(({ text }) => text);
    };
    expect(can('Ana Reis')).toEqual(['Ana Reis']);
    expect(can('Peter Lund')).toEqual(['Brandvold']);
  });

  it('hold back what may be no name of a person until it is asked for or looked for', () => {
    const rows = names(storyOf(TEXT));
    const titles = (filter: string, all: boolean) =>
      shownRows(rows, { filter, all }).map(({ title }) => title);
    expect(titles('', false)).not.toContain('Salt Strait');
    expect(titles('', true)).toContain('Salt Strait');
    expect(titles('strait', false)).toEqual(['Salt Strait']);
    expect(titles('mayor', false)).toEqual(['Ana Reis']);
  });

  it('after a merge show one person, the other spelling as a finding, and the decision', () => {
    const before = storyOf(TEXT);
    const merged = decide(before, made('same', 'Ana Reis', 'Anna Reis'));
    const right = decide(merged, made('spelling', 'Anna Reis'), ['Ana Reis', 'Anna Reis', 'Reis']);
    const rows = names(right);
    const row = rowOf(rows, 'Ana Reis');
    expect(row).toBe(rowOf(rows, 'Anna Reis'));
    const wrong = row?.findings.filter(({ check }) => check === 'name-not-as-decided');
    expect([row?.title, row?.light, wrong?.map(({ actual }) => actual)]).toEqual([
      'Anna Reis',
      'error',
      ['Ana Reis'],
    ]);
    expect(lines(row)?.slice(0, 3)).toEqual([
      ['form', 'Anna Reis', 'text', 'right'],
      ['form', 'Ana Reis', 'text', 'wrong'],
      ['form', 'Reis', 'text', null],
    ]);
    expect(row?.decisions.map(decisionWords)).toEqual([
      'Ana Reis and Anna Reis are one',
      'Anna Reis is right',
    ]);
    const back = takeBack(
      takeBack(right, made('spelling', 'Anna Reis')),
      made('same', 'Anna Reis', 'Ana Reis'),
    );
    expect(names(back).map(({ title }) => title)).toEqual(names(before).map(({ title }) => title));
  });

  it('offer nobody who was kept apart', () => {
    const rows = names(decide(storyOf(TEXT), made('apart', 'Ana Reis', 'Anna Reis')));
    expect(rows.flatMap((row) => row.lines.filter(({ kind }) => kind === 'near'))).toEqual([]);
  });

  it('name spellings a letter apart that are nobody’s, and join them', () => {
    const text = 'In Oyelby it rained, and in Oyelby it snowed.\nThe port of Oylelby was shut.';
    const row = names(storyOf(text)).find(({ section }) => section !== '');
    expect([row?.title, lines(row)]).toEqual([
      'Oyelby',
      [
        ['form', 'Oyelby', 'text 2', null],
        ['near', 'Oylelby', 'a letter away, text', null],
      ],
    ]);
    const joined = names(decide(storyOf(text), made('same', 'Oyelby', 'Oylelby')));
    expect(joined.map(({ title, note, light }) => [title, note, light])).toEqual([
      ['Oyelby', '2 spellings', 'warning'],
    ]);
  });

  it('give merge choices by what is typed, those that share a word first', () => {
    const rows = names(storyOf(TEXT));
    const lund = rowOf(rows, 'Anna Reis')?.id ?? '';
    const choices = (query: string) => mergeChoices(rows, lund, query).map(({ full }) => full);
    expect(choices('')[0]).toBe('Ana Reis');
    expect(choices('lund')).toEqual(['Peter Lund']);
    expect(choices('nobody')).toEqual([]);
  });

  it('know a decision that speaks of nobody any more', () => {
    const decision = made('same', 'Jo Berg', 'Joe Berg');
    const story = decide(storyOf(TEXT), decision);
    expect(stillSpeaks(names(story), decision)).toBe(false);
  });
});

describe('rows of numbers', () => {
  const numbers = (story: Story) => numberRows(story, checkStory(story, PLAIN_BOOK));

  it('show the arithmetic, and the finding where it does not add up', () => {
    const [sum] = numbers(storyOf('The council has 12 members: seven for, four against.'));
    expect([sum?.title, sum?.note, sum?.light, sum?.findings.length]).toEqual([
      '12 members',
      '7 + 4 = 11, not 12',
      'warning',
      1,
    ]);
    expect(lines(sum)).toEqual([
      ['number', '12 members', 'total, text', null],
      ['number', 'seven for', 'part, text', null],
      ['number', 'four against', 'part, text', null],
    ]);
    const [fine] = numbers(storyOf('The storm left 12 dead: 7 men, 5 women.'));
    expect(fine?.light).toBe('clear');
  });

  it('mark what is right and what is not, once a figure is marked', () => {
    const story = storyOf(
      'The council has 12 members. All twelve members came; eleven members left.',
    );
    const decided = decide(story, made('figure', '12 members', 'member'));
    const row = numbers(decided).find(({ title }) => title === 'members');
    expect(lines(row)).toEqual([
      ['number', '12 members', 'text', 'right'],
      ['number', 'twelve members', 'text', 'right'],
      ['number', 'eleven members', 'text', 'wrong'],
    ]);
    expect(row?.decisions.map(decisionWords)).toEqual(['12 members is right']);
    expect(row?.light).toBe('error');
  });
});

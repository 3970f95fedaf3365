import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EditorBrowser } from './open-page';
import { startEditorBrowser } from './open-page';

let browser: EditorBrowser;
let page: Page;

beforeAll(async () => {
  browser = await startEditorBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  await page?.context().close();
  page = await browser.open();
  await page.evaluate(() => {
    const { newStory, textBlock, figureBlock } = window.desk.make;
    window.desk.load(
      newStory({
        id: 's',
        slug: 'ferry',
        article: {
          blocks: [
            textBlock('h', 'headline', 'Harbour waits'),
            textBlock('p1', 'paragraph', 'The ferry left at nine.'),
            figureBlock('f1', 'x1', 'The ferry leaves.', 'Ana Ruiz/Harbour News'),
            textBlock('p2', 'paragraph', 'It came back at ten.'),
          ],
        },
      }),
    );
  });
});

const lines = () => page.evaluate(() => window.desk.lines());
const caret = (block: string, start: number, end = start) =>
  page.evaluate((place) => window.desk.api.reveal(place, { focus: true }), { block, start, end });
const run = (command: 'undo' | 'redo' | 'move-up' | 'move-down' | 'delete-block' | 'bold') =>
  page.evaluate((name) => window.desk.api.run(name), command);
const type = (text: string) => page.keyboard.type(text);
const selected = () => page.evaluate(() => window.desk.api.selection()?.text);
const press = (key: string) => page.keyboard.press(key);

describe('typing', () => {
  it('sets text where the caret is, in captions as in the body, in one history', async () => {
    await caret('p1', 9);
    await type(' of old');
    await caret('f1.caption', 17);
    await type(' Twice.');
    expect((await lines()).slice(1, 3)).toEqual([
      'paragraph: The ferry of old left at nine.',
      'caption: The ferry leaves. Twice.',
    ]);
    await run('undo');
    expect((await lines())[2]).toBe('caption: The ferry leaves.');
    await run('undo');
    expect((await lines())[1]).toBe('paragraph: The ferry left at nine.');
    await run('redo');
    await run('redo');
    expect((await lines())[2]).toBe('caption: The ferry leaves. Twice.');
  });

  it('keeps the caret on its words when a fix changes the text before it', async () => {
    await caret('p2', 12);
    await page.evaluate(() =>
      window.desk.api.applyEdits([
        { op: 'replace', block: 'p2', start: 0, end: 2, text: 'The old boat' },
        { op: 'remove-block', block: 'p1' },
      ]),
    );
    await type(' again');
    expect((await lines()).at(-1)).toBe('paragraph: The old boat came back again at ten.');
  });

  it('goes to the caption when the picture is pressed', async () => {
    await page.click('.picture');
    await type(' Twice.');
    expect((await lines())[2]).toBe('caption: The ferry leaves. Twice.');
  });

  it('names the one block that changed', async () => {
    await caret('f1.credit', 0);
    await page.evaluate(() => window.desk.log.changes.splice(0));
    await type('x');
    expect(await page.evaluate(() => window.desk.log.changes)).toEqual([['f1', 'f1.credit']]);
  });

  it('turns quotes and dashes, and Backspace straight after gives the key that was typed', async () => {
    await caret('p2', 20);
    await type(` "It's 'fine'," she said--"no".`);
    expect((await lines()).at(-1)).toBe(
      'paragraph: It came back at ten. “It’s ‘fine’,” she said—“no”.',
    );
    await type(' "');
    await press('Backspace');
    expect((await lines()).at(-1)).toMatch(/no”\. "$/);
    await press('Backspace');
    expect((await lines()).at(-1)).toMatch(/no”\. $/);
    await type('--');
    await press('Backspace');
    expect((await lines()).at(-1)).toMatch(/no”\. --$/);
  });

  it('undoes a turned quote in one step and leaves the words before it', async () => {
    await caret('p2', 20);
    await type(' he said "');
    await run('undo');
    expect((await lines()).at(-1)).toBe('paragraph: It came back at ten. he said ');
  });

  it('leaves a word that is deleted for Backspace to delete', async () => {
    await caret('p2', 20);
    await type(` "a`);
    await press('Backspace');
    await press('Backspace');
    expect((await lines()).at(-1)).toBe('paragraph: It came back at ten. ');
  });
});

describe('Enter, Backspace and arrows', () => {
  it('goes on with a paragraph after a headline', async () => {
    await caret('h', 13);
    await press('Enter');
    await type('New');
    expect((await lines()).slice(0, 2)).toEqual(['headline: Harbour waits', 'paragraph: New']);
  });

  it('goes from caption to credit to a paragraph after the figure', async () => {
    await caret('f1.caption', 17);
    await press('Enter');
    await press('End');
    await type('!');
    await press('Enter');
    await type('Next');
    expect((await lines()).slice(2, 5)).toEqual([
      'caption: The ferry leaves.',
      'credit: Ana Ruiz/Harbour News!',
      'paragraph: Next',
    ]);
  });

  it('never destroys a figure from its edges', async () => {
    const before = await lines();
    for (const [block, offset, key] of [
      ['f1.caption', 0, 'Backspace'],
      ['f1.caption', 0, 'Control+Backspace'],
      ['f1.credit', 0, 'Backspace'],
      ['f1.credit', 21, 'Delete'],
      ['p2', 0, 'Backspace'],
      ['p1', 23, 'Delete'],
      ['p1', 23, 'Control+Delete'],
    ] as const) {
      await caret(block, offset);
      await press(key);
      expect(await lines(), `${key} in ${block}`).toEqual(before);
    }
  });

  it('keeps an emptied figure, and deletes it as a block', async () => {
    await caret('f1.caption', 0, 17);
    await press('Delete');
    await press('Backspace');
    await caret('f1.credit', 0, 21);
    await press('Backspace');
    await press('Backspace');
    await press('Backspace');
    expect((await lines()).slice(2, 4)).toEqual(['caption: ', 'credit: ']);
    await caret('f1.caption', 0);
    await run('delete-block');
    expect(await lines()).toEqual([
      'headline: Harbour waits',
      'paragraph: The ferry left at nine.',
      'paragraph: It came back at ten.',
    ]);
    await run('undo');
    expect((await lines()).slice(2, 4)).toEqual(['caption: ', 'credit: ']);
  });

  it('keeps caption and credit apart when a range runs out of or over them', async () => {
    await caret('p1', 3);
    for (let times = 0; times < 24; times += 1) await press('Shift+ArrowRight');
    // The browser tells of a new selection a moment later; a person is never as fast as this test.
    await expect.poll(selected).toMatch(/^ ferry left at nine\.\s+The/);
    await press('Delete');
    const after = await lines();
    expect(after[1]).toBe('paragraph: The');
    expect(after[2]).toMatch(/^caption: .*ferry leaves\.$/);
    expect(after[3]).toBe('credit: Ana Ruiz/Harbour News');
    await run('undo');
    await caret('f1.caption', 4);
    await press('Shift+ArrowDown');
    await press('Shift+End');
    await expect.poll(selected).toMatch(/^ferry leaves\.\s+Ana Ruiz\/Harbour News$/);
    await press('Delete');
    expect((await lines()).slice(2)).toEqual([
      'caption: The ',
      'credit: ',
      'paragraph: It came back at ten.',
    ]);
  });

  it('walks through a figure with the arrow keys', async () => {
    await caret('p1', 23);
    await press('ArrowRight');
    await type('A');
    await press('ArrowDown');
    await press('Home');
    await type('B');
    await press('End');
    await press('ArrowRight');
    await type('C');
    expect((await lines()).slice(1)).toEqual([
      'paragraph: The ferry left at nine.',
      'caption: AThe ferry leaves.',
      'credit: BAna Ruiz/Harbour News',
      'paragraph: CIt came back at ten.',
    ]);
  });

  it('replaces the whole story when everything is selected', async () => {
    await caret('p1', 0);
    await press('Control+a');
    await type('Fresh');
    expect((await lines()).map((line) => line.split(': ')[1])).toEqual(['Fresh']);
    // The first key replaces, the others type on: two steps.
    await run('undo');
    await run('undo');
    expect(await lines()).toHaveLength(5);
  });
});

describe('blocks', () => {
  it('moves blocks past each other, figures as wholes, in one step each', async () => {
    await caret('f1.credit', 2);
    await run('move-up');
    expect((await page.evaluate(() => window.desk.blocks())).map(({ id }) => id)).toEqual([
      'h',
      'f1',
      'p1',
      'p2',
    ]);
    await type('x');
    expect((await lines())[2]).toBe('credit: Anxa Ruiz/Harbour News');
    await run('move-down');
    await run('move-down');
    await run('move-down');
    expect((await page.evaluate(() => window.desk.blocks())).map(({ id }) => id)).toEqual([
      'h',
      'p1',
      'p2',
      'f1',
    ]);
    await run('undo');
    await run('undo');
    expect((await page.evaluate(() => window.desk.blocks())).map(({ id }) => id)).toEqual([
      'h',
      'f1',
      'p1',
      'p2',
    ]);
  });

  it('makes lists, indents them with Tab and leaves them with Enter and Backspace', async () => {
    await caret('p2', 20);
    await page.evaluate(() => window.desk.api.setKind('list-item', { ordered: true }));
    await press('Enter');
    await type('second');
    await press('Tab');
    await press('Enter');
    await press('Enter');
    await press('Enter');
    await type('out');
    const blocks = await page.evaluate(() => window.desk.blocks().slice(3));
    expect(blocks.map(({ id: _id, ...block }) => block)).toEqual([
      { kind: 'list-item', ordered: true, spans: [{ text: 'It came back at ten.' }] },
      { kind: 'list-item', ordered: true, depth: 1, spans: [{ text: 'second' }] },
      { kind: 'paragraph', spans: [{ text: 'out' }] },
    ]);
  });

  it('gives every block an id of its own', async () => {
    await caret('p2', 5);
    await press('Enter');
    await press('Enter');
    await caret('p1', 0);
    await press('Control+a');
    await press('Control+c');
    const ids = (await page.evaluate(() => window.desk.blocks())).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id !== '')).toBe(true);
  });
});

describe('marks and links', () => {
  it('sets marks and links as one step each and refuses scripts', async () => {
    await caret('p2', 3, 7);
    await run('bold');
    await page.evaluate(() => window.desk.api.setLink('javascript:alert(1)'));
    await page.evaluate(() => window.desk.api.setLink('example.org/ferry'));
    const spans = () =>
      page.evaluate(() => {
        const block = window.desk.blocks().at(-1);
        return block?.kind === 'figure' ? [] : block?.spans;
      });
    expect(await spans()).toEqual([
      { text: 'It ' },
      { text: 'came', marks: ['bold'], link: 'https://example.org/ferry' },
      { text: ' back at ten.' },
    ]);
    await caret('p2', 5);
    expect(await page.evaluate(() => window.desk.api.selection()?.link)).toBe(
      'https://example.org/ferry',
    );
    await page.evaluate(() => window.desk.api.setLink(null));
    expect((await spans())?.[1]).toEqual({ text: 'came', marks: ['bold'] });
    await run('undo');
    await run('undo');
    await run('undo');
    expect(await spans()).toEqual([{ text: 'It came back at ten.' }]);
  });
});

describe('find and replace', () => {
  it('replaces by expression in body, caption and credit as one step', async () => {
    const count = await page.evaluate(() => {
      const { find, api } = window.desk;
      const query = {
        text: '(\\w+) (ferry|back)',
        matchCase: false,
        wholeWord: false,
        regex: true,
      };
      const blocks = window.desk
        .blocks()
        .flatMap((block) => (block.kind === 'figure' ? [block.caption, block.credit] : [block]));
      const read = blocks.map(({ id, kind, spans }) => ({
        id,
        kind,
        text: spans.map(({ text }) => text).join(''),
        figure: null,
      }));
      const { matches } = find.findInStory(read, query);
      api.showMatches(matches, 0);
      api.applyEdits(find.replaceEdits(matches, '$2 $1', query));
      return matches.length;
    });
    expect(count).toBe(3);
    expect(await lines()).toEqual([
      'headline: Harbour waits',
      'paragraph: ferry The left at nine.',
      'caption: ferry The leaves.',
      'credit: Ana Ruiz/Harbour News',
      'paragraph: It back came at ten.',
    ]);
    await run('undo');
    expect((await lines())[1]).toBe('paragraph: The ferry left at nine.');
  });
});

describe('findings', () => {
  const finding = (key: string, block: string, start: number, end: number) => ({
    key,
    block,
    start,
    end,
    check: 'x',
    severity: 'error' as const,
    kind: 'paragraph' as const,
    actual: '',
    message: '',
    fact: '',
    why: '',
    fixes: [],
    related: [],
  });
  const painted = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('finding-error') ?? [])].map((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    );

  it('stays on its words while text before it changes, by key or by program', async () => {
    await page.evaluate(
      (list) => window.desk.api.showFindings(list, null),
      [finding('a', 'p2', 8, 12), finding('b', 'f1.credit', 0, 8)],
    );
    await expect.poll(painted).toEqual(['back', 'Ana Ruiz']);
    await caret('p2', 0);
    await type('So "');
    expect((await painted()).sort()).toEqual(['Ana Ruiz', 'back']);
    await page.evaluate(() =>
      window.desk.api.applyEdits([
        { op: 'replace', block: 'f1.credit', start: 0, end: 0, text: 'Photo: ' },
      ]),
    );
    expect((await painted()).sort()).toEqual(['Ana Ruiz', 'back']);
    await caret('p2', 1);
    await run('move-up');
    expect((await painted()).sort()).toEqual(['Ana Ruiz', 'back']);
    await caret('p2', 13, 14);
    await run('bold');
    expect((await painted()).sort()).toEqual(['Ana Ruiz', 'back']);
  });

  it('tells which finding the pointer rests on', async () => {
    await page.evaluate(
      (list) => window.desk.api.showFindings(list, 'a'),
      [finding('a', 'p1', 4, 9)],
    );
    await expect.poll(painted).toEqual(['ferry']);
    const box = await page.evaluate(() => {
      const [range] = CSS.highlights.get('finding-error') ?? [];
      const live = new Range();
      if (range) {
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
      }
      const { x, y, width, height } = live.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x, box.y);
    await expect.poll(() => page.evaluate(() => window.desk.log.findings)).toEqual(['a']);
    await page.mouse.move(5, 5);
    await expect.poll(() => page.evaluate(() => window.desk.log.findings)).toEqual(['a', null]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
        slug: 'weir',
        article: {
          blocks: [
            textBlock('p1', 'paragraph', 'Before.After.'),
            figureBlock('f1', 'x1', 'Caption.', ''),
            textBlock('p2', 'paragraph', ''),
          ],
        },
      }),
    );
  });
});

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../fixtures/paste/${name}.html`), 'utf8');
const lines = () => page.evaluate(() => window.desk.lines());
const caret = (block: string, start: number, end = start) =>
  page.evaluate((place) => window.desk.api.reveal(place, { focus: true }), { block, start, end });
const paste = (data: Record<string, string>) =>
  page.evaluate((given) => window.desk.paste(given), data);
const undo = () => page.evaluate(() => window.desk.api.run('undo'));

describe('paste', () => {
  it.each(['word', 'google-docs', 'web-page'])(
    'puts a text from %s in as blocks, one step',
    async (name) => {
      const before = await lines();
      await caret('p1', 7);
      await paste({ 'text/html': fixture(name), 'text/plain': 'unused' });
      const after = await lines();
      expect(after.length).toBeGreaterThan(before.length + 3);
      expect(after.at(-3)).toBe('caption: Caption.');
      expect(await page.title()).toBe('Editor');
      const ids = (await page.evaluate(() => window.desk.blocks())).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      await undo();
      expect(await lines()).toEqual(before);
    },
  );

  it('runs on inside a paragraph when only words were copied', async () => {
    await caret('p1', 7);
    await paste({ 'text/html': '<span style="font-weight:700">And</span> <i>so</i>.' });
    const block = (await page.evaluate(() => window.desk.blocks()))[0];
    expect(block).toMatchObject({
      spans: [
        { text: 'Before.' },
        { text: 'And', marks: ['bold'] },
        { text: ' ' },
        { text: 'so', marks: ['italic'] },
        { text: '.After.' },
      ],
    });
  });

  it('keeps a caption one block whatever is pasted into it', async () => {
    await caret('f1.caption', 8);
    await paste({ 'text/html': '<h2>One</h2><p>Two</p><ul><li>Three</li></ul>' });
    await caret('f1.credit', 0);
    await paste({ 'text/plain': 'Ana Ruiz\nHarbour News' });
    expect(await lines()).toEqual([
      'paragraph: Before.After.',
      'caption: Caption.One Two Three',
      'credit: Ana Ruiz Harbour News',
      'paragraph: ',
    ]);
  });

  it('makes paragraphs of plain lines', async () => {
    await caret('p2', 0);
    await paste({ 'text/plain': 'One\n\nTwo' });
    expect((await lines()).slice(3)).toEqual(['paragraph: One', 'paragraph: Two']);
  });

  it('hands pictures over instead of putting them into the text', async () => {
    const before = await lines();
    await caret('p2', 0);
    await page.evaluate(() =>
      window.desk.paste({}, [new File(['x'], 'tree.png', { type: 'image/png' })]),
    );
    expect(await page.evaluate(() => window.desk.log.pictures)).toEqual(['tree.png']);
    expect(await lines()).toEqual(before);
  });

  it('refuses a script in a link that claims to come from Galley', async () => {
    await caret('p2', 0);
    const node = (extra: object) => ({ version: 1, ...extra });
    await paste({
      'application/x-lexical-editor': JSON.stringify({
        namespace: 'galley',
        nodes: [
          node({
            type: 'link',
            url: 'javascript:alert(1)',
            children: [
              node({
                type: 'text',
                text: 'Read on',
                format: 0,
                detail: 0,
                mode: 'normal',
                style: '',
              }),
            ],
          }),
        ],
      }),
    });
    const block = (await page.evaluate(() => window.desk.blocks())).at(-1);
    expect(block).toMatchObject({ spans: [{ text: 'Read on' }] });
  });
});

describe('copy', () => {
  const copied = () =>
    page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document
        .querySelector('.sheet')
        ?.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
        );
      return Object.fromEntries(
        [...clipboardData.types].map((type) => [type, clipboardData.getData(type)]),
      );
    });

  it('gives clean HTML and plain text, and all of it back inside Galley', async () => {
    await page.evaluate(() => {
      window.desk.api.change((story) => ({
        ...story,
        article: {
          blocks: [
            window.desk.make.textBlock('h', 'headline', 'Weir'),
            window.desk.make.textBlock('a', 'paragraph', [
              { text: 'See ' },
              { text: 'this', marks: ['bold'], link: 'https://weir.example/' },
              { text: ' gone', deleted: 'c1' },
            ]),
            { ...window.desk.make.textBlock('l1', 'list-item', 'One'), ordered: true },
            { ...window.desk.make.textBlock('l2', 'list-item', 'Deep'), depth: 1 },
            window.desk.make.textBlock('z', 'paragraph', 'End'),
          ],
        },
      }));
    });
    await caret('h', 0);
    await page.keyboard.press('Control+a');
    await expect.poll(() => page.evaluate(() => window.desk.api.selection()?.text)).toMatch(/End$/);
    const data = await copied();
    expect(data['text/html']).toBe(
      '<h1>Weir</h1><p>See <a href="https://weir.example/"><b>this</b></a></p>' +
        '<ol><li>One<ul><li>Deep</li></ul></li></ol><p>End</p>',
    );
    expect(data['text/plain']).toMatch(/^Weir\n+See this/);
    await caret('z', 3);
    await page.keyboard.press('Enter');
    await paste({ 'application/x-lexical-editor': data['application/x-lexical-editor'] ?? '' });
    const blocks = await page.evaluate(() => window.desk.blocks());
    expect(blocks.slice(5).map(({ id: _id, ...block }) => block)).toEqual(
      blocks.slice(0, 5).map(({ id: _id, ...block }) => block),
    );
    const ids = blocks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

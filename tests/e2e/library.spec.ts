import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import {
  openSample,
  SAMPLE,
  SAMPLE_HEADLINE,
  SAMPLE_REF,
  savedStory,
  sheet,
  typeAtTheTop,
} from './steps';

test('what was typed is on disk, and there after a restart', async ({ desk }) => {
  await openSample(desk);
  await typeAtTheTop(desk.page, 'Again: ');
  await savedStory(desk, SAMPLE_REF, (story) =>
    JSON.stringify(story.article).includes(`Again: ${SAMPLE_HEADLINE}`),
  );
  await desk.restart();
  await desk.page.getByText(`Again: ${SAMPLE_HEADLINE}`).first().click();
  await desk.page.keyboard.press('Enter');
  await expect(sheet(desk.page)).toContainText(`Again: ${SAMPLE_HEADLINE}`);
});

test('a power cut after the save loses nothing', async ({ desk }) => {
  await openSample(desk);
  await typeAtTheTop(desk.page, 'Today: ');
  await savedStory(desk, SAMPLE_REF, (story) =>
    JSON.stringify(story.article).includes(`Today: ${SAMPLE_HEADLINE}`),
  );
  await desk.kill();
  await desk.restart();
  const opened = await desk.call('library.open', SAMPLE_REF);
  expect(opened.ok && JSON.stringify(opened.value.story.article)).toContain(
    `Today: ${SAMPLE_HEADLINE}`,
  );
});

/** Changes the story here and on disk at once; answers the dialog that asks. */
async function collide(desk: Desk): Promise<Locator> {
  await openSample(desk);
  const path = join(desk.library, SAMPLE_REF, 'story.json');
  await savedStory(desk, SAMPLE_REF, () => true);
  const theirs = (await readFile(path, 'utf8')).replace('frank and unhurried', 'brisk and blunt');
  await typeAtTheTop(desk.page, 'Now: ');
  await writeFile(path, theirs);
  const dialog = desk.page.getByRole('alertdialog').or(desk.page.getByRole('dialog'));
  await expect(dialog).toContainText(/another program/iu);
  return dialog;
}

async function texts(desk: Desk): Promise<readonly string[]> {
  const list = await desk.call('library.list');
  const refs = list.ok ? list.value.map((story) => story.ref) : [];
  return Promise.all(refs.map((ref) => readFile(join(desk.library, ref, 'story.json'), 'utf8')));
}

const has = (words: string) => (text: string) => text.includes(words);

test('another program wrote the story: keep both', async ({ desk }) => {
  const dialog = await collide(desk);
  await dialog.getByRole('button', { name: /both/iu }).click();
  await expect.poll(async () => (await texts(desk)).length).toBe(2);
  const found = await texts(desk);
  expect(found.filter(has('brisk and blunt'))).toHaveLength(1);
  expect(found.filter(has(`Now: ${SAMPLE_HEADLINE}`))).toHaveLength(1);
});

test('another program wrote the story: take theirs', async ({ desk }) => {
  const dialog = await collide(desk);
  await dialog.getByRole('button', { name: /theirs/iu }).click();
  await expect(sheet(desk.page)).toContainText('brisk and blunt');
  await expect(sheet(desk.page)).not.toContainText('Now: ');
  expect((await texts(desk)).filter(has('brisk and blunt'))).toHaveLength(1);
});

test('another program wrote the story: keep mine, and theirs stays in its history', async ({
  desk,
}) => {
  const dialog = await collide(desk);
  await dialog.getByRole('button', { name: /mine/iu }).click();
  await savedStory(desk, SAMPLE_REF, (story) =>
    JSON.stringify(story.article).includes(`Now: ${SAMPLE_HEADLINE}`),
  );
  const history = join(desk.library, SAMPLE_REF, 'history');
  const kept = await Promise.all(
    (await readdir(history)).map((name) => readFile(join(history, name), 'utf8')),
  );
  expect(kept.some(has('brisk and blunt'))).toBe(true);
});

test('quitting straight after a keystroke saves it first', async ({ desk }) => {
  await openSample(desk);
  await typeAtTheTop(desk.page, 'Last: ');
  await desk.close();
  const path = join(desk.library, SAMPLE_REF, 'story.json');
  expect(await readFile(path, 'utf8')).toContain(`Last: ${SAMPLE_HEADLINE}`);
});

test('a file opened from outside is imported and shown in the running window', async ({ desk }) => {
  await desk.openOutside(await desk.copy(SAMPLE));
  await expect(sheet(desk.page)).toContainText(SAMPLE_HEADLINE);
});

test('a repair of the import is taken back, and that can be undone', async ({ desk }) => {
  await openSample(desk);
  const { page } = desk;
  await desk.run('view.import-report');
  const undo = page.getByRole('button', { name: /^Undo: Left out a copy of line/u }).first();
  await undo.click();
  await expect(sheet(page).getByText('which harbours')).toHaveCount(2);
  await desk.run('edit.undo');
  await expect(sheet(page).getByText('which harbours')).toHaveCount(1);
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './desk';
import { openSample, SAMPLE_HEADLINE, SAMPLE_REF, savedStory, sheet, typeAtTheTop } from './steps';

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

test('a story that another program wrote asks: mine, theirs or both', async ({ desk }) => {
  await openSample(desk);
  const { page } = desk;
  const path = join(desk.library, SAMPLE_REF, 'story.json');
  await savedStory(desk, SAMPLE_REF, () => true);
  // Ours and theirs change at once.
  const theirs = (await readFile(path, 'utf8')).replace('frank and unhurried', 'brisk and blunt');
  await typeAtTheTop(page, 'Now: ');
  await writeFile(path, theirs);
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText(/another program/iu);
  await expect(dialog.getByRole('button', { name: /mine/iu })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /theirs/iu })).toBeVisible();
  await dialog.getByRole('button', { name: /both/iu }).click();
  await expect
    .poll(async () => {
      const list = await desk.call('library.list');
      return list.ok ? list.value.length : 0;
    })
    .toBe(2);
  const texts = await Promise.all(
    (await desk.call('library.list').then((list) => (list.ok ? list.value : []))).map((summary) =>
      readFile(join(desk.library, summary.ref, 'story.json'), 'utf8'),
    ),
  );
  expect(texts.filter((text) => text.includes('brisk and blunt'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes(`Now: ${SAMPLE_HEADLINE}`))).toHaveLength(1);
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

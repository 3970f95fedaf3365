import { expect, test } from './desk';
import { openSample, SAMPLE_HEADLINE, SAMPLE_REF, savedStory, sheet, typeAtTheTop } from './steps';

test('marks, links, moving and kinds by keyboard, kept on disk and undone in one history', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(desk);
  const story = sheet(page);
  const spansOf = (text: string) => (saved: { readonly article: unknown }) =>
    JSON.stringify(saved.article).includes(text);

  // Bold goes on once: the editor and the window's keys do not both toggle it.
  await story.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toMatch(/^Okafor/u);
  await page.keyboard.press('ControlOrMeta+b');
  await savedStory(desk, SAMPLE_REF, spansOf('"marks":["bold"]'));
  await page.keyboard.press('ControlOrMeta+b');
  await savedStory(desk, SAMPLE_REF, (saved) => !spansOf('"bold"')(saved));

  // A link has an editor; an address that could run is refused.
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://example.org/talks');
  await page.keyboard.press('Enter');
  await savedStory(desk, SAMPLE_REF, spansOf('"link":"https://example.org/talks"'));

  // A block moves as a whole, and its kind can change.
  await story.getByText('Okafor didn’t press').click();
  await expect
    .poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? ''))
    .toContain('Okafor didn’t press');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await savedStory(desk, SAMPLE_REF, (saved) => {
    const text = JSON.stringify(saved.article);
    return text.indexOf('Okafor didn’t press') < text.indexOf('Lindqvist gave little away');
  });
  await desk.run('format.crosshead');
  await savedStory(desk, SAMPLE_REF, (saved) =>
    saved.article.blocks.some((block) => block.kind === 'crosshead'),
  );
  await desk.run('edit.undo');
  await desk.run('edit.undo');
  await desk.run('edit.undo');
  await savedStory(desk, SAMPLE_REF, (saved) => {
    const text = JSON.stringify(saved.article);
    return (
      !text.includes('example.org') &&
      text.indexOf('Okafor didn’t press') > text.indexOf('Lindqvist gave little away')
    );
  });
});

test('smart quotes while typing, and theme, zoom and panes that are remembered', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(desk);
  await typeAtTheTop(page, '"Now": ');
  await expect(sheet(page)).toContainText(`“Now”: ${SAMPLE_HEADLINE}`);

  await desk.run('view.zoom-in');
  await desk.run('view.theme');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect
    .poll(() => desk.call('settings.get'))
    .toMatchObject({ ok: true, value: { theme: 'dark', zoom: 110 } });
  await desk.restart();
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await desk.call('settings.get')).toMatchObject({
    ok: true,
    value: { theme: 'dark', zoom: 110 },
  });
});

test('several files at once, one of them bad: the good ones are in, the bad one is named', async ({
  desk,
}) => {
  const good = await desk.file(
    'pier.md',
    '# Pier reopens\n\nBy Ana Reis\n\nThe pier reopened on Tuesday.\n',
  );
  const bad = await desk.file('broken.txt', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7]));
  await desk.dialogs.answerOpen([good, bad]);
  await desk.run('story.import');
  await expect(desk.page.getByText(/broken\.txt/u).first()).toBeVisible();
  await expect
    .poll(async () => {
      const list = await desk.call('library.list');
      return list.ok ? list.value.map((story) => story.headline) : [];
    })
    .toEqual(['Pier reopens']);
});

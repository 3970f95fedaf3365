import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './desk';
import { openSample, sheet } from './steps';

test('from import to export by keyboard alone', async ({ desk }) => {
  const { page } = desk;
  const { keyboard } = page;
  // The pointer never moves: only keys from here on (menus are asked nothing).
  const press = (key: string) => keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  await openSample(desk);

  // Walk the findings; the card opens, and the place is shown.
  await press('F8');
  const card = page.getByRole('article').filter({ hasText: 'Rule:' });
  await expect(card).toHaveCount(1);
  const first = await card.textContent();
  await press('F8');
  await expect(card).not.toHaveText(first ?? '');
  await press('Shift+F8');

  // Find and replace over all blocks, captions included.
  await press('Mod+f');
  await keyboard.type('Lindqvist');
  const count = page.locator('.find-count');
  await expect(count).toContainText(/of \d+/u);
  await press('Tab');
  for (let tabs = 0; tabs < 12; tabs += 1) {
    if (
      await page
        .getByRole('textbox', { name: 'Replace with' })
        .evaluate((at) => at === document.activeElement)
    )
      break;
    await press('Tab');
  }
  await keyboard.type('Lindkvist');
  await press('Alt+Enter');
  await expect(sheet(page)).not.toContainText('Nils Lindqvist');
  await press('Escape');
  await press('Mod+z');
  await expect(sheet(page)).toContainText('Nils Lindqvist');

  // A command from the palette.
  await press('Mod+Shift+p');
  await keyboard.type('Story details');
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Story' })).toHaveAttribute('aria-selected', 'true');

  // Export.
  const target = join(desk.folder, 'story.md');
  await desk.dialogs.answerSave(target);
  await press('Mod+Shift+s');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /Web page/u })).toBeFocused();
  await press('ArrowDown');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('title:');
  for (let tabs = 0; tabs < 12; tabs += 1) {
    const on = await dialog
      .getByRole('button', { name: /Write files/u })
      .evaluate((at) => at === document.activeElement);
    if (on) break;
    await press('Tab');
  }
  await press('Enter');
  await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toContain('title:');
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { WriteTags } from 'exiftool-vendored';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { expect, test } from './desk';
import { openSample, SAMPLE_REF, savedStory } from './steps';

/** A picture as an agency sends it: its own caption, an order, letters in the wrong charset. */
async function sentPicture(): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#68a' } });
  return picture.jpeg().toBuffer();
}

test('a photo is compared with its file, signed, approved and exported by keyboard', async ({
  desk,
}) => {
  const { page } = desk;
  const path = await desk.file('salt-strait.jpg', await sentPicture());
  const tool = new ExifTool({ maxProcs: 1 });
  await tool.write(
    path,
    {
      'XMP-dc:Description':
        'Grace Okafor, left, greets Nils Lindqvist in Tallinn on March 5, 2013.',
      'XMP-dc:Creator': ['Tomas Halversen'],
      'XMP-photoshop:Credit': 'Reuters',
      'XMP-photoshop:Instructions': 'Do not use before March 6.',
      'XMP-dc:Rights': 'Â© 2013 Reuters, TromsÃ¸',
    } as WriteTags,
    { writeArgs: ['-overwrite_original'] },
  );
  await openSample(desk);
  await desk.dialogs.answerOpen([path]);
  await desk.run('view.photos');
  await page.getByRole('button', { name: /Choose file/u }).click();
  await expect(page.locator('.sheet img')).toHaveCount(1);

  await desk.run('view.photo-desk');
  const stage = page.getByRole('main', { name: 'Photo desk' });
  await expect(stage.getByRole('option', { name: /Photo 1/u })).toBeFocused();
  const usable = async () => {
    const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(axe.violations.map((rule) => `${rule.id} ${rule.nodes[0]?.html}`)).toEqual([]);
  };
  await usable();

  // The file's caption is taken over, and undo gives the printed one back.
  const caption = stage.getByRole('textbox', { name: 'Caption as printed' });
  await expect(caption).toHaveValue('Grace Okafor, Nils Lindqvist, March 5, 2013');
  await stage.getByRole('button', { name: /Use file’s caption/u }).press('Enter');
  await expect(caption).toHaveValue(/^Grace Okafor, left, greets/u);
  await desk.run('edit.undo');
  await expect(caption).toHaveValue('Grace Okafor, Nils Lindqvist, March 5, 2013');
  await desk.run('edit.redo');
  await expect(caption).toHaveValue(/^Grace Okafor, left, greets/u);

  await desk.run('photo.house-credit');
  await expect(stage.getByRole('textbox', { name: 'Credit as printed' })).toHaveValue(
    /Tomas Halversen/u,
  );
  await stage.getByRole('textbox', { name: /Alt text/u }).fill('Two people shake hands.');
  await page.keyboard.press('Tab');

  await stage.getByRole('tab', { name: /Conflicts/u }).click();
  await expect(stage.getByText('© 2013 Reuters, Tromsø')).toBeVisible();
  await usable();
  await stage.getByRole('button', { name: /Repair the letters/u }).press('Enter');
  await expect(stage.getByText('All decided.')).toBeVisible();
  // Undo opens the decision again, redo takes it.
  await desk.run('edit.undo');
  await expect(stage.getByText('1 field to decide.')).toBeVisible();
  await desk.run('edit.redo');
  await expect(stage.getByText('All decided.')).toBeVisible();

  await desk.run('view.contact-sheet');
  const sheet = page.getByRole('main', { name: 'Contact sheet' });
  await sheet.getByRole('option', { name: /Photo 1/u }).press('Space');
  await expect(sheet.getByText('1 photo chosen')).toBeVisible();
  await usable();
  await desk.run('view.photo-desk');

  await desk.run('photo.approve');
  await savedStory(desk, SAMPLE_REF, (saved) => saved.photos[0]?.approval?.caption !== undefined);

  // Nobody has signed the sender's order: the story stays here until somebody has.
  const target = join(desk.folder, 'talks.html');
  await desk.dialogs.answerSave(target);
  await desk.run('story.export');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('Do not use before March 6.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Write files/u })).toBeDisabled();
  await dialog.getByRole('button', { name: /^Acknowledge as/u }).press('Enter');
  await expect(dialog.getByRole('button', { name: /Write files/u })).toBeEnabled();
  await dialog.getByRole('button', { name: /Write files/u }).press('Enter');
  await expect(page.getByText(/2 files written/u)).toBeVisible();

  const source = /<img src="([^"]+)"/u.exec(await readFile(target, 'utf8'))?.[1] ?? '';
  const says = await tool.read(join(dirname(target), decodeURI(source))).finally(() => tool.end());
  expect(says).toMatchObject({
    'Caption-Abstract': expect.stringMatching(/^Grace Okafor, left, greets/u),
    Creator: 'Tomas Halversen',
    Rights: '© 2013 Reuters, Tromsø',
    AltTextAccessibility: 'Two people shake hands.',
  });
});

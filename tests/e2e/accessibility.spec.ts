import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { openSample } from './steps';

async function violations(page: Page): Promise<readonly string[]> {
  // Playwright's own page in the same context would leave the app's routes; axe runs in this page alone.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(
    (rule) =>
      `${rule.id}: ${rule.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`,
  );
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ launch: { theme } });

    test('axe finds nothing on any screen', async ({ desk }) => {
      const { page } = desk;
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await violations(page), 'empty queue').toEqual([]);
      await openSample(desk);
      expect.soft(await violations(page), 'galley and findings').toEqual([]);
      await page.keyboard.press('F8');
      expect.soft(await violations(page), 'open finding').toEqual([]);
      for (const [command, screen] of [
        ['view.photos', 'photos'],
        ['view.names', 'names'],
        ['view.numbers', 'numbers'],
        ['view.photo-desk', 'photo desk'],
        ['view.contact-sheet', 'contact sheet'],
        ['view.import-report', 'import report'],
        ['view.story', 'story'],
        ['edit.find', 'find bar'],
        ['view.queue', 'queue'],
      ] as const) {
        await desk.run(command);
        expect.soft(await violations(page), screen).toEqual([]);
      }
      await desk.run('view.galley');
      for (const [command, screen] of [
        ['view.palette', 'palette'],
        ['help.shortcuts', 'shortcut sheet'],
        ['view.settings', 'settings'],
        ['story.export', 'export'],
        ['story.rename', 'rename'],
      ] as const) {
        await desk.run(command);
        await expect(page.getByRole('dialog')).toBeVisible();
        expect.soft(await violations(page), screen).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  });
}

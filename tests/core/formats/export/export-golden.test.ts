import { describe, expect, it } from 'vitest';
import { PLAIN_BOOK } from '#core/checks/style-book';
import { EXPORT_FORMATS, exportFormat } from '#core/formats/export-index';
import { SAMPLE } from './sample-story';

const GOLDEN = new URL('../../../fixtures/export/', import.meta.url).pathname;

describe('export formats', () => {
  it('have ids and extensions of their own', () => {
    const ids = EXPORT_FORMATS.map((format) => format.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const format of EXPORT_FORMATS) {
      expect(format.extension).toMatch(/^[a-z0-9]+$/);
      expect(exportFormat(format.id)).toBe(format);
    }
    expect(exportFormat('no-such-format')).toBeUndefined();
  });

  for (const format of EXPORT_FORMATS) {
    it(`${format.id} writes the sample story as its golden file`, async () => {
      const result = format.write(SAMPLE, { styleBook: PLAIN_BOOK, name: 'quay-fire' });
      if (!result.ok) throw new Error(result.message);
      const [page, ...photos] = result.value;
      expect(page?.path).toBe(`quay-fire.${format.extension}`);
      expect(photos).toEqual([
        { path: 'quay-fire-photos/quay fire.jpg', content: { photo: 'p1' } },
      ]);
      await expect(page?.content).toMatchFileSnapshot(`${GOLDEN}quay-fire.${format.extension}`);
    });

    it(`${format.id} writes the same bytes each time`, () => {
      const once = format.write(SAMPLE, { styleBook: PLAIN_BOOK, name: 'a' });
      expect(format.write(SAMPLE, { styleBook: PLAIN_BOOK, name: 'a' })).toEqual(once);
    });
  }
});

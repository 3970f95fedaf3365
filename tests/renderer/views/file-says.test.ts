import { describe, expect, it } from 'vitest';
import type { PhotoMetadata } from '#core/article/model';
import { METADATA_FIELDS } from '#core/article/model';
import { instructions, saysRows } from '../../../renderer/views/photos/file-says-rows';

const rowsOf = (metadata: PhotoMetadata) => saysRows({ metadata });

describe('saysRows', () => {
  it('has only the rows that exist', () => {
    expect(rowsOf({})).toEqual([]);
    expect(rowsOf({ headline: { xmp: [' '] } })).toEqual([]);
  });

  it('says a value once with all its sources, and differing ones each', () => {
    const rows = rowsOf({
      creator: { iim: ['Tom Reed'], xmp: ['Tom  Reed'], exif: ['T. Reed'] },
      creditLine: { xmp: ['Harbor News'] },
    });
    expect(rows).toEqual([
      {
        field: 'creator',
        label: 'Creator',
        said: [
          { text: 'Tom Reed', sources: ['IPTC', 'XMP'] },
          { text: 'T. Reed', sources: ['EXIF'] },
        ],
        differs: true,
      },
      {
        field: 'creditLine',
        label: 'Credit line',
        said: [{ text: 'Harbor News', sources: ['XMP'] }],
        differs: false,
      },
    ]);
  });

  it('prints dates for reading; a day does not differ from its hour', () => {
    const [row] = rowsOf({
      dateCreated: {
        iim: ['2026:09:30'],
        xmp: ['2026:09:30 18:42:07.5+02:00'],
        exif: ['about 1910'],
      },
    });
    expect(row?.said.map(({ text }) => text)).toEqual([
      '2026-09-30',
      '2026-09-30 18:42 +0200',
      'about 1910',
    ]);
    expect(row?.differs).toBe(true);
    const [same] = rowsOf({
      dateCreated: { iim: ['2026:09:30'], exif: ['2026:09:30 18:42:07'] },
    });
    expect(same?.differs).toBe(false);
  });

  it('says plainly how a picture was made', () => {
    const made = (code: string) =>
      rowsOf({
        digitalSourceType: { xmp: [`http://cv.iptc.org/newscodes/digitalsourcetype/${code}`] },
      })[0]?.said[0]?.text;
    expect(made('trainedAlgorithmicMedia')).toBe('AI-generated');
    expect(made('digitalCapture')).toBe('Camera');
  });

  it('tells the place shown from the place of the camera, and instructions apart', () => {
    const metadata = {
      locationCreated: { iim: ['Bergen'] },
      locationShown: { xmp: ['Oslo, Norway'] },
      instructions: { iim: ['No archive'], xmp: ['No archive'] },
    };
    expect(rowsOf(metadata).map(({ label, said }) => [label, said[0]?.text])).toEqual([
      ['Place shown', 'Oslo, Norway'],
      ['Taken in', 'Bergen'],
    ]);
    expect(instructions({ metadata })).toEqual([{ text: 'No archive', sources: ['IPTC', 'XMP'] }]);
  });

  it('says what the desk has decided in the place of the file', () => {
    const metadata = { creator: { iim: ['T. Reed'], xmp: ['Tom Reed'] } };
    expect(saysRows({ metadata, says: { creator: ['Tomas Reed'] } })).toEqual([
      {
        field: 'creator',
        label: 'Creator',
        said: [{ text: 'Tomas Reed', sources: ['desk'] }],
        differs: false,
      },
    ]);
  });

  it('has a row for every field but the instructions', () => {
    const metadata = Object.fromEntries(METADATA_FIELDS.map((field) => [field, { xmp: ['x'] }]));
    expect(
      rowsOf(metadata)
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(METADATA_FIELDS.filter((field) => field !== 'instructions').toSorted());
  });
});

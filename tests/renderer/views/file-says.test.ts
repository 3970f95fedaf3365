import { describe, expect, it } from 'vitest';
import { instructions, saysRows } from '../../../renderer/views/photos/file-says-rows';

describe('saysRows', () => {
  it('has only the rows that exist', () => {
    expect(saysRows({})).toEqual([]);
    expect(saysRows({ keywords: { iim: ['ferry'] }, headline: { xmp: [' '] } })).toEqual([]);
  });

  it('says a value once with all its sources, and differing ones each', () => {
    const rows = saysRows({
      creator: { iim: ['Tom Reed'], xmp: ['Tom  Reed'], exif: ['T. Reed'] },
      creditLine: { xmp: ['Harbor News'] },
    });
    expect(rows).toEqual([
      {
        label: 'Creator',
        said: [
          { text: 'Tom Reed', sources: ['IPTC', 'XMP'] },
          { text: 'T. Reed', sources: ['EXIF'] },
        ],
        differs: true,
      },
      { label: 'Credit line', said: [{ text: 'Harbor News', sources: ['XMP'] }], differs: false },
    ]);
  });

  it('prints dates for reading; a day does not differ from its hour', () => {
    const [row] = saysRows({
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
    const [same] = saysRows({
      dateCreated: { iim: ['2026:09:30'], exif: ['2026:09:30 18:42:07'] },
    });
    expect(same?.differs).toBe(false);
  });

  it('says plainly how a picture was made', () => {
    const made = (code: string) =>
      saysRows({
        digitalSourceType: { xmp: [`http://cv.iptc.org/newscodes/digitalsourcetype/${code}`] },
      })[0]?.said[0]?.text;
    expect(made('trainedAlgorithmicMedia')).toBe('AI-generated');
    expect(made('digitalCapture')).toBe('digital capture');
  });

  it('shows the place shown before the place of the camera, and instructions apart', () => {
    const metadata = {
      locationCreated: { iim: ['Bergen'] },
      locationShown: { xmp: ['Oslo, Norway'] },
      instructions: { iim: ['No archive'], xmp: ['No archive'] },
    };
    expect(saysRows(metadata).map(({ said }) => said[0]?.text)).toEqual(['Oslo, Norway']);
    expect(instructions(metadata)).toEqual([{ text: 'No archive', sources: ['IPTC', 'XMP'] }]);
  });
});

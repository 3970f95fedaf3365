import type { Photo } from '#core/article/model';
import {
  MOST_PIXELS,
  mostPixels,
  pictureCutOff,
  pictureFacts,
  pictureTrouble,
} from '../picture-files';

/** What there is to know of a picture's bytes before it is kept. */
export interface Inspected {
  /** Why it cannot be kept, in a sentence that names it; null when it can. */
  readonly trouble: string | null;
  /** It opens, but its end is missing. */
  readonly cutOff: boolean;
  readonly facts: Pick<Photo, 'width' | 'height' | 'bytes' | 'sha256'>;
}

/** The work on pictures that takes a processor: decoding, sizing, hashing. Runs in the worker, or where there is none. */
export interface PictureWork {
  readonly inspect: (name: string, bytes: Uint8Array) => Promise<Inspected>;
  /** Writes a JPEG of the picture at `path`, at most `edge` pixels long, to `to`; false when it cannot be decoded. */
  readonly shrink: (path: string, edge: number, to: string) => Promise<boolean>;
}

/** Seconds that the decoding of one picture may take. */
const LIMIT = 20;

export const pictureWork: PictureWork = {
  async inspect(name, bytes) {
    const trouble = await pictureTrouble(name, bytes);
    if (trouble !== null) {
      const facts = { width: null, height: null, bytes: bytes.byteLength, sha256: null };
      return { trouble, cutOff: false, facts };
    }
    const [cutOff, facts] = await Promise.all([pictureCutOff(bytes, name), pictureFacts(bytes)]);
    return { trouble, cutOff, facts };
  },
  async shrink(path, edge, to) {
    try {
      // Loaded when first needed: the app must start where its native part is missing.
      const { default: sharp } = await import('sharp');
      const picture = sharp(path, { failOn: 'none', limitInputPixels: MOST_PIXELS });
      const { format, width, height } = await picture.metadata();
      if (width * height > mostPixels(format)) return false;
      await picture
        .timeout({ seconds: LIMIT })
        .autoOrient()
        .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 78 })
        .toFile(to);
      return true;
    } catch {
      return false;
    }
  },
};

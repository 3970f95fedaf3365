import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { PhotoPlan, PhotoProfile } from '#core/photos/export-profiles';
import type { WrittenFields } from '#core/photos/written-fields';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { MetadataService } from './metadata/index';
import { MOST_PIXELS } from './picture-files';

export interface PictureOrder {
  /** The original, which is only read. */
  readonly original: string;
  /** For people: the name the picture came with. */
  readonly name: string;
  readonly plan: PhotoPlan;
  readonly profile: PhotoProfile;
  readonly fields: WrittenFields;
  /** Written into the copy, so that a later export knows it for its own. */
  readonly mark: string;
  /** Take out where it was taken, camera and owner, and pictures inside the picture. */
  readonly strip: boolean;
}

export interface MadePicture {
  readonly bytes: Uint8Array;
  /** What the copy lacks, in a sentence that names the photo; null: nothing. */
  readonly warning: string | null;
}

/**
 * Makes a photo's exported copy: sized and converted as planned, colour profile kept, with these fields in it. A copy
 * that cannot be written into comes without metadata and with a warning; one that could tell private data is refused.
 */
export async function makePicture(
  order: PictureOrder,
  metadata: Pick<MetadataService, 'writeMetadata' | 'preview'>,
): Promise<Result<MadePicture>> {
  const { original, name, plan, strip } = order;
  const folder = await mkdtemp(join(tmpdir(), 'galley-export-'));
  try {
    const copy = join(folder, `picture${extname(plan.file)}`);
    const made = await pixels(order, copy, join(folder, 'inner.jpg'), metadata);
    if (!made.ok) return made;
    const written = await metadata.writeMetadata(copy, order.fields, {
      strip,
      mark: order.mark,
    });
    if (written.ok) return ok({ bytes: await readFile(copy), warning: null });
    const without = `${name} is exported without its caption and credit inside the file: ${written.message}.`;
    // What sharp has made anew holds nothing but pixels and their colour profile.
    if (plan.pixels !== 'copy') return ok({ bytes: await readFile(copy), warning: without });
    if (!strip) return ok({ bytes: await readFile(original), warning: without });
    const bare = await redrawn(order, copy);
    if (bare.ok) return ok({ bytes: await readFile(copy), warning: without });
    return fail(
      'io',
      `Private data cannot be taken out of ${name} (${written.message}), so it is not exported. Leave the photo out, or switch the removal off.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Camera raw and HEIC are drawn from the JPEG that the camera put inside. */
async function pixels(
  order: PictureOrder,
  to: string,
  inner: string,
  metadata: Pick<MetadataService, 'preview'>,
): Promise<Result<null>> {
  if (order.plan.pixels === 'copy') {
    await copyFile(order.original, to);
    return ok(null);
  }
  const drawn = await redrawn(order, to);
  if (drawn.ok || !(await metadata.preview(order.original, inner))) return drawn;
  return redrawn({ ...order, original: inner }, to);
}

/** The picture drawn anew, upright, with its colour profile and without metadata. */
async function redrawn(
  { original, name, profile }: PictureOrder,
  to: string,
): Promise<Result<null>> {
  try {
    // Loaded when first needed, as everywhere: the app must start where its native part is missing.
    const { default: sharp } = await import('sharp');
    const edge = profile.longestEdge;
    const sized = sharp(original, { failOn: 'none', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .keepIccProfile();
    const fitted =
      edge === null ? sized : sized.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
    const { quality } = profile;
    const kind = extname(to).toLowerCase();
    if (kind === '.png') await fitted.png().toFile(to);
    else if (kind === '.webp') await fitted.webp({ quality }).toFile(to);
    else if (kind === '.tif' || kind === '.tiff') await fitted.tiff({ quality }).toFile(to);
    else await fitted.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }).toFile(to);
    return ok(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/gu, ' ') : String(error);
    return fail(
      'bad-input',
      `${name} cannot be sized or converted: ${reason}. Export photos as they are.`,
    );
  }
}

import type { Photo } from '../article/model';

/** How an export sizes and converts photos. */
export interface PhotoProfile {
  readonly id: string;
  readonly title: string;
  /** Pixels of the longer side at most; null: as it is. */
  readonly longestEdge: number | null;
  /** `web` turns what browsers do not show into JPEG. */
  readonly kinds: 'any' | 'web';
  /** JPEG and WebP quality, 1 to 100. */
  readonly quality: number;
}

/** The profiles, in menu order; the first is in force until another is chosen. */
export const PHOTO_PROFILES = [
  { id: 'web', title: 'Web, 2,400 pixels', longestEdge: 2400, kinds: 'web', quality: 85 },
  { id: 'small', title: 'Small, 1,200 pixels', longestEdge: 1200, kinds: 'web', quality: 80 },
  { id: 'original', title: 'As they are', longestEdge: null, kinds: 'any', quality: 100 },
] as const satisfies readonly PhotoProfile[];
export type PhotoProfileId = (typeof PHOTO_PROFILES)[number]['id'];

/** The profile of an id; the first one for an id that there is not. */
export function photoProfile(id: string): PhotoProfile {
  return PHOTO_PROFILES.find((profile) => profile.id === id) ?? PHOTO_PROFILES[0];
}

const SHOWN_BY_BROWSERS = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif']);

/** What becomes of one photo: its new size, and its kind when that changes. */
export interface PhotoPlan {
  /** `copy`: the pixels stay as they are. */
  readonly pixels: 'copy' | 'resize' | 'convert';
  /** File name in the export. */
  readonly file: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Plans a photo's exported copy. `photo.file` must be set; sizes are pixels as the picture is shown. */
export function planPhoto(
  photo: Photo & { readonly file: string },
  profile: PhotoProfile,
): PhotoPlan {
  const extension = /\.([^.]+)$/u.exec(photo.file)?.[1]?.toLowerCase() ?? '';
  const convert = profile.kinds === 'web' && !SHOWN_BY_BROWSERS.has(extension);
  const { width, height } = photo;
  const longest = Math.max(width ?? 0, height ?? 0);
  // A moving GIF would stand still.
  const shrinks =
    profile.longestEdge !== null && longest > profile.longestEdge && extension !== 'gif';
  const scale = shrinks && profile.longestEdge !== null ? profile.longestEdge / longest : 1;
  return {
    pixels: convert ? 'convert' : shrinks ? 'resize' : 'copy',
    file: convert ? photo.file.replace(/(?:\.[^.]*)?$/u, '.jpg') : photo.file,
    width: width === null ? null : Math.max(1, Math.round(width * scale)),
    height: height === null ? null : Math.max(1, Math.round(height * scale)),
  };
}

import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { realPathInside } from '../services/files';
import type { ThumbnailEdge } from '../services/thumbnails';
import { THUMBNAIL_EDGES } from '../services/thumbnails';
import { contentPolicy, HOST, PHOTO_POLICY } from './content-policy';

/** What the protocol may serve: the built page, and photos by story and file name. */
export interface Roots {
  /** Absolute path of the built page's folder. */
  readonly page: string;
  /** The real path of a photo's file, or null when the library has none. */
  readonly photo: (ref: string, file: string) => Promise<string | null>;
  /** A small JPEG of a photo, or null when none can be made. */
  readonly thumbnail: (path: string, edge: ThumbnailEdge) => Promise<string | null>;
}

const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
};

const PHOTO_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.heic': 'image/heic',
  '.psd': 'image/vnd.adobe.photoshop',
};

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Files change under us (a new build, a photo brought back from a backup) and come from this disk anyway.
  'Cache-Control': 'no-cache',
};

/** The decoded parts of a path, or null when one of them could lead elsewhere. */
export function pathParts(pathname: string): readonly string[] | null {
  const parts: string[] = [];
  for (const raw of pathname.split('/').slice(1)) {
    let part: string;
    try {
      part = decodeURIComponent(raw);
    } catch {
      return null;
    }
    if (part === '' || part.startsWith('.') || /[/\\\0]/u.test(part)) return null;
    parts.push(part);
  }
  return parts.length === 0 ? null : parts;
}

/**
 * Answers a request to our own scheme: `/photo/<story>/<file>` from the library, with `?edge=480` a small JPEG of it,
 * anything else from the built page.
 * Only real paths inside those roots are read; the rest is 404, other hosts and methods are refused.
 */
export async function respond(
  request: { readonly url: string; readonly method: string },
  roots: Roots,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== HOST) return refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const parts = pathParts(url.pathname);
  if (!parts) return refuse(404);
  if (parts[0] === 'photo') {
    const [, ref, file] = parts;
    if (parts.length !== 3 || ref === undefined || file === undefined) return refuse(404);
    const path = await roots.photo(ref, file);
    const edge = THUMBNAIL_EDGES.find((one) => String(one) === url.searchParams.get('edge'));
    const small = path === null || edge === undefined ? null : await roots.thumbnail(path, edge);
    return small === null ? servePhoto(path, file) : servePhoto(small, '.jpg');
  }
  return servePage(await realPathInside(roots.page, join(roots.page, ...parts)));
}

async function servePhoto(path: string | null, file: string): Promise<Response> {
  const type = PHOTO_TYPES[(extname(file) || file).toLowerCase()];
  if (path === null || type === undefined) return refuse(404);
  return serve(path, { 'Content-Type': type, 'Content-Security-Policy': PHOTO_POLICY });
}

async function servePage(path: string | null): Promise<Response> {
  const type = path === null ? undefined : PAGE_TYPES[extname(path).toLowerCase()];
  if (path === null || type === undefined) return refuse(404);
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'Content-Type': type, 'Content-Security-Policy': contentPolicy(nonce) };
  if (extname(path) !== '.html') return serve(path, headers);
  const html = await readFile(path, 'utf8');
  // React Aria reads the nonce for its style elements from here.
  const marked = html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
  return new Response(marked, { headers: { ...COMMON, ...headers } });
}

async function serve(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    if (!(await stat(path)).isFile()) return refuse(404);
    return new Response(new Uint8Array(await readFile(path)), {
      headers: { ...COMMON, ...headers },
    });
  } catch {
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...COMMON } });
}

/** The page's own address: scheme, host and what lies below them. */
export const SCHEME = 'app';
export const HOST = 'galley';
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/**
 * The content security policy of the window's page. Everything is refused unless a row allows it; nothing remote is.
 * `nonce` marks the style elements that our own components add while running.
 */
export function contentPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    // Harper is WebAssembly; compiling it needs this, and it does not allow eval.
    `script-src 'self' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Photos come from our own scheme; blob: and data: are pictures that are being pasted or imported.
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    // The checker's worker fetches its WebAssembly.
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ');
}

/** The policy of a photo: should anything ever show it as a page, it can do nothing. */
export const PHOTO_POLICY = `default-src 'none'; style-src 'none'; sandbox`;

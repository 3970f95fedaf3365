const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address a link may have, or null when it must not be one: only web, mail and phone addresses pass, and a bare
 * host name gets `https://`. Scripts, files and fragments of other pages are refused.
 */
export function safeAddress(raw: string): string | null {
  // Browsers skip control characters in a scheme, so "java\nscript:" must be looked at without them.
  const address = Array.from(raw.trim())
    .filter((char) => char > '\u001f')
    .join('');
  if (address === '') return null;
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(address)?.[1];
  if (scheme !== undefined) {
    return SCHEMES.has(`${scheme.toLowerCase()}:`) && URL.canParse(address) ? address : null;
  }
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  const full = address.startsWith('//') ? `https:${address}` : `https://${address}`;
  return /^[^\s/?#]+\.[^\s/?#]+/.test(address.replace(/^\/\//, '')) && URL.canParse(full)
    ? full
    : null;
}

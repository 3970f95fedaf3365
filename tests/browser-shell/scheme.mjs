/**
 * Chromium cannot load a page from a scheme it does not know, so `app://galley/index.html` is shown to it as
 * `https://galley.app.localhost/index.html` (a secure origin that never leaves the machine, because every request is
 * answered by the shell). The main process sees its own addresses only.
 */
const SHOWN = /^https:\/\/([a-z0-9.-]+)\.([a-z][a-z0-9+-]*)\.localhost(?::\d+)?(\/.*|$)/iu;

/** The address Chromium is given for an address of the app; other addresses as they are. */
export function toShown(address, schemes) {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/isu.exec(address);
  if (!match || !schemes.has(match[1].toLowerCase())) return address;
  return `https://${match[2]}.${match[1].toLowerCase()}.localhost${match[3] || '/'}`;
}

/** The app's own address for what Chromium asks; other addresses as they are. */
export function toOwn(address, schemes) {
  const match = SHOWN.exec(address);
  if (!match || !schemes.has(match[2])) return address;
  return `${match[2]}://${match[1]}${match[3]}`;
}

/** A content security policy with the app's schemes written as Chromium sees them here. */
export function policyToShown(policy, schemes) {
  return policy
    .split(';')
    .map((directive) =>
      directive
        .split(/(\s+)/u)
        .map((token) => {
          const bare = /^([a-z][a-z0-9+-]*):$/iu.exec(token);
          if (bare && schemes.has(bare[1].toLowerCase())) {
            return `${token} https://*.${bare[1].toLowerCase()}.localhost`;
          }
          const shown = toShown(token, schemes);
          return shown === token ? token : shown.replace(/\/$/u, '');
        })
        .join(''),
    )
    .join(';');
}

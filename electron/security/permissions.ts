/** Permissions of the web platform that our page may use, each with its reason. Everything not listed is refused. */
export const ALLOWED_PERMISSIONS: readonly { readonly name: string; readonly reason: string }[] = [
  {
    name: 'clipboard-read',
    reason: '“New story from clipboard” and “Paste without formatting” read what the user copied',
  },
  {
    name: 'clipboard-sanitized-write',
    reason: 'Copying from panels (a credit line, a finding) writes plain text',
  },
];

const allowed: ReadonlySet<string> = new Set(ALLOWED_PERMISSIONS.map(({ name }) => name));

/** Whether a page at `address` may use a permission: ours alone, and listed ones alone. */
export function mayUse(permission: string, address: string | undefined): boolean {
  return allowed.has(permission) && (address ?? '').startsWith('app://galley/');
}

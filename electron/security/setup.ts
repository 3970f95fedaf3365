import type { WebContents } from 'electron';
import { app, protocol, session } from 'electron';
import { SCHEME } from './content-policy';
import { mayUse } from './permissions';
import type { Roots } from './respond';
import { respond } from './respond';

/** Makes our scheme a proper origin. Must run before the app is ready. */
export function setupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the page and the photos. Runs once the app is ready. */
export function setupProtocol(roots: Roots): void {
  protocol.handle(SCHEME, (request) => respond(request, roots));
}

/** Refuses every permission that the table does not list. */
export function setupPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    mayUse(permission, origin.endsWith('/') ? origin : `${origin}/`),
  );
}

/** Refuses navigation, new windows and embedded pages in everything that is ever created. */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
}

function lockDown(contents: WebContents): void {
  // Links are opened through `links.open`, which checks the address.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

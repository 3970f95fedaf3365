import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { windows } from './app.mjs';
import { answer, note, tell } from './link.mjs';
import { loud, preventable, unimplemented } from './loud.mjs';
import { listen, rules } from './session.mjs';

const handlers = new Map();
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

export const protocol = loud('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme, privileges } of schemes) {
      // Only standard schemes have the hosts and origins that the shell translates.
      if (!privileges?.standard) unimplemented(`protocol: scheme ${scheme} that is not standard`);
      tell('scheme', { scheme });
    }
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already`);
    handlers.set(scheme, handler);
    tell('scheme', { scheme });
  },
  unhandle: (scheme) => handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
});

/** `net.fetch` for files and for the app's own schemes; nothing else exists in the shell. */
async function fetchInMain(input, init) {
  const address = typeof input === 'string' ? input : (input.url ?? String(input));
  const url = new URL(address);
  if (url.protocol === 'file:') {
    try {
      const path = fileURLToPath(url);
      const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
      return new Response(await readFile(path), { headers: { 'content-type': type } });
    } catch {
      throw new TypeError('net::ERR_FILE_NOT_FOUND');
    }
  }
  const handler = handlers.get(url.protocol.slice(0, -1));
  if (handler) return handler(input instanceof Request ? input : new Request(address, init));
  note('outside', `net.fetch ${address}`);
  throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
}

export const net = loud('net', { fetch: fetchInMain, isOnline: () => false, online: false });

/** The window's own navigation may be refused by the app, as in Electron, before anything is loaded. */
function mayNavigate({ window, url, sameWindow }) {
  const contents = windows.get(window)?.webContents;
  if (!contents) return false;
  const event = preventable({ url, isMainFrame: sameWindow, isSameDocument: false });
  contents.emit('will-frame-navigate', event);
  if (sameWindow) contents.emit('will-navigate', event, url);
  return !event.defaultPrevented;
}

answer('request', async ({ window, url, method, headers, body, type, navigation }) => {
  if (navigation && !mayNavigate({ window, url, sameWindow: navigation === 'main' })) {
    return { abort: 'aborted' };
  }
  const details = { url, method, resourceType: type, requestHeaders: headers, id: 0 };
  const verdict = await listen(rules.beforeRequest, details);
  if (verdict.cancel) return { abort: 'blockedbyclient' };
  if (verdict.redirectURL) unimplemented('webRequest.onBeforeRequest redirectURL');

  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) {
    note('outside', `${method} ${url}`);
    return { abort: 'internetdisconnected' };
  }
  const init = { method, headers };
  if (body && method !== 'GET' && method !== 'HEAD') init.body = body;
  let response;
  try {
    response = await handler(new Request(url, init));
  } catch (error) {
    console.error(`The handler of ${url} failed:`, error);
    return { abort: 'failed' };
  }
  if (!(response instanceof Response)) return { abort: 'failed' };
  // Response.error() and the like carry status 0.
  if (response.status === 0) return { abort: 'failed' };
  const answered = Object.fromEntries(response.headers);
  const changed = await listen(rules.headersReceived, {
    ...details,
    statusCode: response.status,
    responseHeaders: Object.fromEntries(Object.entries(answered).map(([k, v]) => [k, [v]])),
  });
  const responseHeaders = changed.responseHeaders
    ? Object.fromEntries(
        Object.entries(changed.responseHeaders).map(([key, value]) => [
          key.toLowerCase(),
          Array.isArray(value) ? value.join(', ') : value,
        ]),
      )
    : answered;
  return {
    status: response.status,
    headers: responseHeaders,
    body: Buffer.from(await response.arrayBuffer()),
  };
});

/** Windows of the main process as Playwright pages: preload, messages, and every request answered by the app. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { policyToShown, toOwn, toShown } from './scheme.mjs';

const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Electron's permission names and what Chromium calls them. */
const PERMISSIONS = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  notifications: 'notifications',
  geolocation: 'geolocation',
};

function initScript({ preload, argv, receiver, binding }) {
  const shell = {
    receiver,
    argv: ['galley', '--type=renderer', ...argv],
    platform: process.platform,
    arch: process.arch,
    versions: { chrome: '0', node: process.versions.node },
  };
  return `(() => {
    const binding = globalThis[${JSON.stringify(binding)}];
    delete globalThis[${JSON.stringify(binding)}];
    // Frames have no preload, and neither has the blank page before the first address.
    if (globalThis.top !== globalThis || location.href === 'about:blank') return;
    const SHELL = ${JSON.stringify(shell)};
    ${here('./codec.mjs').replace('export function', 'function')}
    ${here('./page.js')}
    const runPreload = (require, process) => {
      const module = { exports: {} };
      const exports = module.exports;
      const global = globalThis;
      ${preload === null ? '' : readFileSync(preload, 'utf8')}
    };
    startShellPage(binding);
  })();`;
}

/** What the shell keeps for all windows of one app. `main.ask` and `main.note` reach the main process and the record. */
export function createPages({ context, main, theme, visible, firstPage }) {
  const schemes = new Set();
  const windows = new Map();
  const receiver = `shell${randomBytes(8).toString('hex')}`;
  let accelerators = [];
  let themeSource = 'system';
  let blank = firstPage;

  const windowOf = (page) => [...windows.values()].find((window) => window.page === page) ?? null;
  const event = (window, name, data = {}) => {
    if (!window.closed) main.ask('window.event', { id: window.id, name, data }).catch(() => {});
  };
  const colorScheme = () => (themeSource === 'system' ? theme : themeSource);

  async function fromPage(window, frame, text) {
    const message = JSON.parse(text);
    const { kind, channel, payload } = message;
    const source = {
      window: window.id,
      frame: { url: toOwn(frame.url(), schemes), main: frame === window.page.mainFrame() },
    };
    if (kind === 'invoke') {
      return JSON.stringify(await main.ask('ipc.invoke', { ...source, channel, payload }));
    }
    if (kind === 'hello') return JSON.stringify({ accelerators });
    if (kind === 'send') await main.ask('ipc.send', { ...source, channel, payload });
    else if (kind === 'accelerator') {
      await main.ask('accelerator', { window: window.id, command: message.command });
    } else if (kind === 'open') {
      await main.ask('window.open', { id: window.id, url: toOwn(message.address, schemes) });
    } else if (kind === 'unimplemented') main.note('unimplemented', message.name);
    return 'null';
  }

  function watchPage(window, page) {
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      event(window, 'navigated', { url: toOwn(frame.url(), schemes) });
    });
    page.on('domcontentloaded', () => event(window, 'dom-ready'));
    page.on('load', async () => {
      const title = await page.title().catch(() => '');
      if (title) event(window, 'title', { title });
      event(window, 'loaded');
    });
    page.on('crash', () => event(window, 'crashed'));
    page.on('close', () => {
      event(window, 'closed');
      window.closed = true;
    });
    // A window on its way out, or one whose main process is gone, loses requests under way: nobody's trouble.
    const leaving = () => window.closed || main.ended();
    page.on('pageerror', (error) => {
      if (!leaving()) main.note('page-error', error.stack ?? String(error));
    });
    page.on('console', (message) => {
      if (!leaving()) main.note(`console-${message.type()}`, message.text());
    });
    page.on('download', async (download) => {
      const data = { window: window.id, url: download.url(), name: download.suggestedFilename() };
      await download.cancel().catch(() => {});
      await main.ask('download', data).catch(() => {});
    });
  }

  async function openPage(window, { width, height, preload, argv }) {
    const page = blank ?? (await context.newPage());
    blank = null;
    window.page = page;
    const binding = `${receiver}Binding`;
    if (!visible) await page.setViewportSize({ width, height });
    if (colorScheme()) await page.emulateMedia({ colorScheme: colorScheme() });
    await page.exposeBinding(binding, ({ frame }, text) => fromPage(window, frame, text));
    await page.addInitScript({ content: initScript({ preload, argv, receiver, binding }) });
    watchPage(window, page);
    main.opened(page);
  }

  async function grant(window, url) {
    const { origin } = new URL(toShown(url, schemes));
    const granted = await main.ask('permissions', {
      window: window.id,
      origin: new URL('/', url).href,
      permissions: Object.keys(PERMISSIONS),
    });
    const names = granted.map((name) => PERMISSIONS[name]);
    await context.clearPermissions();
    await context.grantPermissions(names, { origin });
  }

  async function load(window, url) {
    window.expected = toShown(url, schemes);
    await grant(window, url);
    try {
      await window.page.goto(window.expected);
    } catch (error) {
      if (window.closed) return;
      event(window, 'failed', { message: error.message, url });
      throw error;
    }
  }

  /** Which navigation a request is: of the window itself, of a frame in it, a page's new window, or none. */
  function navigationOf(request) {
    let frame = null;
    try {
      frame = request.frame();
    } catch {
      // A request of a page that Playwright has not told us of yet: a window somebody opened.
      return { window: null, kind: 'popup' };
    }
    const window = windowOf(frame.page());
    if (!window) return { window: null, kind: 'popup' };
    if (!request.isNavigationRequest()) return { window, kind: null };
    if (frame !== window.page.mainFrame()) return { window, kind: 'frame' };
    const url = request.url();
    const bare = (address) => address?.replace(/#.*$/u, '');
    // What the app itself asked for, and reloads, ask nobody.
    const own = bare(url) === bare(window.expected) || bare(url) === bare(window.page.url());
    return { window, kind: own ? null : 'main' };
  }

  async function respond(route) {
    const request = route.request();
    const url = toOwn(request.url(), schemes);
    const { window, kind } = navigationOf(request);
    if (kind === 'popup') {
      // A link with a target: Electron asks the window-open handler. Only one window can have been clicked in.
      const id = [...windows.keys()].at(-1);
      if (id !== undefined) await main.ask('window.open', { id, url });
      await route.abort('aborted');
      return;
    }
    const headers = { ...request.headers() };
    for (const name of ['origin', 'referer']) {
      if (headers[name]) headers[name] = toOwn(headers[name], schemes).replace(/\/$/u, '');
    }
    const answer = await main.ask('request', {
      window: window?.id ?? 0,
      url,
      method: request.method(),
      headers,
      body: request.postDataBuffer(),
      type: request.resourceType(),
      navigation: kind,
    });
    if (answer.abort) {
      await route.abort(answer.abort);
      return;
    }
    const answered = { ...answer.headers };
    for (const name of ['content-security-policy', 'content-security-policy-report-only']) {
      if (answered[name]) answered[name] = policyToShown(answered[name], schemes);
    }
    if (answered.location) answered.location = toShown(answered.location, schemes);
    const allowed = answered['access-control-allow-origin'];
    if (allowed)
      answered['access-control-allow-origin'] = toShown(allowed, schemes).replace(/\/$/u, '');
    // Chromium was given the decoded body.
    delete answered['content-length'];
    await route.fulfill({
      status: answer.status,
      headers: answered,
      body: Buffer.from(answer.body),
    });
  }

  /** Opens the door for requests; before this the context must not load anything. */
  async function start() {
    await context.route('**/*', (route) =>
      respond(route).catch(() => route.abort('failed').catch(() => {})),
    );
    await context.routeWebSocket(/.*/u, (socket) => {
      main.note('outside', `websocket ${socket.url()}`);
      socket.close();
    });
    // The page such a link makes is not one of ours: shut it.
    context.on('page', async (page) => {
      await Promise.all([...windows.values()].map((window) => window.queue));
      if (!windowOf(page)) await page.close().catch(() => {});
    });
  }

  /** Does something with a window's page once all that was asked before is done. */
  function withPage(id, action) {
    const window = windows.get(id);
    if (!window) return Promise.reject(new Error(`There is no window ${id}`));
    const done = window.queue.then(() => action(window));
    window.queue = done.catch(() => {});
    return done;
  }

  const handlers = {
    scheme: ({ scheme }) => {
      schemes.add(scheme);
    },
    'window.create': (data) => {
      const window = { id: data.id, page: null, expected: null, closed: false, queue: null };
      window.queue = openPage(window, data);
      windows.set(data.id, window);
      return window.queue;
    },
    'window.load': ({ id, url }) => withPage(id, (window) => load(window, url)),
    'window.reload': ({ id }) => withPage(id, (window) => window.page.reload()),
    'window.focus': ({ id }) => withPage(id, (window) => window.page.bringToFront()),
    'window.size': ({ id, width, height }) =>
      withPage(id, (window) =>
        visible ? undefined : window.page.setViewportSize({ width, height }),
      ),
    'window.zoom': ({ id, factor }) =>
      withPage(id, (window) =>
        window.page.evaluate((zoom) => {
          document.documentElement.style.setProperty('zoom', String(zoom));
        }, factor),
      ),
    'window.press': ({ id, key }) => withPage(id, (window) => window.page.keyboard.press(key)),
    'window.evaluate': ({ id, code }) => withPage(id, (window) => window.page.evaluate(code)),
    'window.destroy': ({ id }) => {
      const window = windows.get(id);
      // At once: what the page still says while it waits to be closed is no news.
      if (window) window.closed = true;
      return withPage(id, async () => {
        windows.delete(id);
        await window.page.close();
      });
    },
    // Not queued: events must reach a page while its load is still being waited for.
    'window.send': async ({ id, channel, payload }) => {
      const page = windows.get(id)?.page;
      if (!page) return;
      await page
        .evaluate(
          ([name, what, value]) => globalThis[name]?.(what, value),
          [receiver, channel, payload],
        )
        // The page is going away: so did the event.
        .catch(() => {});
    },
    accelerators: async ({ list }) => {
      accelerators = list;
      for (const { page } of windows.values()) {
        await page
          ?.evaluate(([name, keys]) => globalThis[name]?.(keys), [`${receiver}Keys`, list])
          .catch(() => {});
      }
    },
    theme: async ({ source }) => {
      themeSource = source;
      await paint();
    },
  };

  async function paint() {
    for (const { page } of windows.values()) {
      await page?.emulateMedia({ colorScheme: colorScheme() ?? null }).catch(() => {});
    }
  }

  return {
    start,
    handlers,
    /** The system's own theme changes. */
    setTheme: async (next) => {
      theme = next;
      await paint();
    },
    pages: () => [...windows.values()].flatMap(({ page }) => (page ? [page] : [])),
  };
}

/**
 * The browser shell: runs the built main process in a Node process of its own, with a stand-in for `electron`, and shows
 * its windows in an installed Chromium. See README.md in this folder for what it does and does not imitate.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../build/chromium.mjs';
import { createPages } from './pages.mjs';
import { askUser, openOutside } from './visible.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bootstrap = fileURLToPath(new URL('./main/bootstrap.mjs', import.meta.url));
const BLANK = 'data:text/html,<title>Galley</title>';

/** Starts Chromium for any number of shells. */
export function launchChromium({ headless = true, args = [] } = {}) {
  const { path } = findChromium();
  return chromium.launch({ executablePath: path, headless, args: [...chromiumArgs(), ...args] });
}

async function createContext({ headless, browser, userData, theme, contextOptions }) {
  const options = {
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
    colorScheme: theme ?? null,
    ...contextOptions,
  };
  if (headless) {
    const own = browser ? null : await launchChromium();
    const context = await (browser ?? own).newContext(options);
    return {
      context,
      firstPage: null,
      end: async () => {
        await context.close().catch(() => {});
        await own?.close();
      },
    };
  }
  // A window without tabs and address bar, like an app's.
  const context = await chromium.launchPersistentContext(join(userData, 'Chromium'), {
    ...options,
    executablePath: findChromium().path,
    headless: false,
    viewport: null,
    args: [...chromiumArgs(), `--app=${BLANK}`, '--window-size=1440,900'],
    ignoreDefaultArgs: ['--enable-automation'],
  });
  return {
    context,
    firstPage: context.pages()[0] ?? null,
    end: () => context.close().catch(() => {}),
  };
}

/** Starts the app. Resolves when its main module is running; ask `firstWindow()` for the page. */
export async function launchBrowserShell(given) {
  const { headless = true, theme, timeout = 30_000 } = given;
  const dist = resolve(given.dist ?? join(root, 'dist'));
  const main = given.main ? resolve(given.main) : join(dist, 'main.js');
  if (!existsSync(main))
    throw new Error(`${main} does not exist: build the app first (npm run build)`);
  mkdirSync(given.userData, { recursive: true });
  mkdirSync(given.documents, { recursive: true });

  const notes = [];
  const output = [];
  const opened = [];
  const waitingForWindow = [];
  const questions = new Map();
  let lastQuestion = 0;
  let ended = null;

  const { context, firstPage, end } = await createContext({ ...given, headless, theme });

  const options = {
    main,
    root,
    args: given.args ?? [],
    userData: given.userData,
    documents: given.documents,
    downloads: given.downloads ?? given.documents,
    trash: given.trash ?? join(given.userData, 'trash'),
    locale: given.locale ?? 'en-US',
    theme: theme ?? 'light',
    screen: given.screen ?? { width: 1920, height: 1080 },
    visible: !headless,
  };
  const child = fork(bootstrap, [], {
    cwd: given.cwd ?? dirname(dist),
    env: { ...process.env, ...given.env, GALLEY_SHELL: JSON.stringify(options) },
    execArgv: ['--enable-source-maps', ...(given.execArgv ?? [])],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const collect = (chunk) => {
    output.push(String(chunk));
    if (given.echo) process.stderr.write(chunk);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);

  const note = (kind, text) => {
    notes.push({ kind, text });
  };
  const lost = () =>
    new Error(
      `The main process has ended (${ended ?? 'no code'})\n${output.join('').slice(-4000)}`,
    );
  const ask = (type, data = {}) =>
    new Promise((done, fail) => {
      if (ended !== null || !child.connected) {
        fail(lost());
        return;
      }
      lastQuestion += 1;
      questions.set(lastQuestion, { done, fail });
      child.send({ type, data, ask: lastQuestion });
    });

  const pages = createPages({
    context,
    theme,
    visible: !headless,
    firstPage,
    main: {
      ask,
      note,
      ended: () => ended !== null || !child.connected,
      opened: (page) => {
        opened.push(page);
        for (const waiter of waitingForWindow.splice(0)) waiter.done(page);
      },
    },
  });
  const handlers = {
    ...pages.handlers,
    note: ({ kind, text }) => note(kind, text),
    quit: () => {},
    dialog: (spec) => askUser(pages.pages()[0], spec),
    'system.open': openOutside,
  };
  await pages.start();

  child.on('message', async (message) => {
    if (message.answer !== undefined) {
      const question = questions.get(message.answer);
      questions.delete(message.answer);
      if (message.error === undefined) question?.done(message.value);
      else question?.fail(new Error(message.error));
      return;
    }
    try {
      const handler = handlers[message.type];
      if (!handler) throw new Error(`The browser shell does not know ${message.type}`);
      const value = await handler(message.data);
      if (message.ask && child.connected) child.send({ answer: message.ask, value });
    } catch (error) {
      if (message.ask && child.connected) child.send({ answer: message.ask, error: error.message });
      else if (ended === null && !/closed|destroyed/iu.test(error.message)) {
        note('shell-error', `${message.type}: ${error.message}`);
      }
    }
  });

  const exited = new Promise((done) => {
    child.on('exit', async (code, signal) => {
      ended = code ?? signal;
      for (const { fail } of questions.values()) fail(lost());
      questions.clear();
      for (const waiter of waitingForWindow.splice(0)) waiter.fail(lost());
      await end();
      done(ended);
    });
  });

  const within = (promise, what) => {
    let timer;
    const late = new Promise((_done, fail) => {
      timer = setTimeout(
        () => fail(new Error(`${what} took more than ${timeout} ms\n${output.join('')}`)),
        timeout,
      );
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };

  return {
    context,
    pid: child.pid,
    exited,
    firstWindow: async () => {
      if (!opened[0] && ended !== null) throw lost();
      const page =
        opened[0] ??
        (await within(
          new Promise((done, fail) => waitingForWindow.push({ done, fail })),
          'The first window',
        ));
      await page.waitForURL((url) => url.protocol === 'https:', { timeout });
      return page;
    },
    windows: () => pages.pages(),
    evaluate: (run, argument) => ask('evaluate', { source: String(run), argument }),
    permission: (permission, origin = 'app://galley/') =>
      ask('permission', { permission, origin, window: 1 }),
    setSystemTheme: async (next) => {
      await pages.setTheme(next);
      await ask('system-theme', { theme: next });
    },
    dialogs: {
      answerOpen: (paths) => ask('dialog.queue', { kind: 'open', value: paths }),
      answerSave: (path) => ask('dialog.queue', { kind: 'save', value: path }),
      answerMessage: (button) => ask('dialog.queue', { kind: 'message', value: button }),
      shown: () => ask('dialog.shown'),
    },
    menus: {
      template: () => ask('menu.template'),
      click: (id) => ask('menu.click', { id }),
    },
    notes: (kind) => (kind ? notes.filter((entry) => entry.kind === kind) : [...notes]),
    output: () => output.join(''),
    close: async () => {
      if (ended === null) {
        // Quitting ends the process before it can answer.
        ask('evaluate', { source: '({ app }) => app.quit()' }).catch(() => {});
        await within(exited, 'Quitting').catch(async (error) => {
          child.kill('SIGKILL');
          await exited;
          throw error;
        });
      }
      await exited;
      return ended;
    },
    kill: async () => {
      if (ended === null) child.kill('SIGKILL');
      await exited;
    },
  };
}

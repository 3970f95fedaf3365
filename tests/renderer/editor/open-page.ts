import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { Rollup } from 'vite';
import { build } from 'vite';

const ORIGIN = 'http://editor.test';

/** The build's own finder of an installed browser; plain JavaScript, so its shape is said here. */
interface Finder {
  readonly findChromium: () => { readonly path: string };
  readonly chromiumArgs: () => string[];
}

/** A browser with the editor's page, built once; every page starts with an empty story. */
export interface EditorBrowser {
  readonly open: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Builds the page in memory and starts the installed Chromium. Nothing is served: requests are answered from the build. */
export async function startEditorBrowser(): Promise<EditorBrowser> {
  const root = fileURLToPath(new URL('page', import.meta.url));
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rollupOptions: { input: `${root}/index.html` } },
  })) as Rollup.RollupOutput;
  const files = new Map(
    built.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : file.source,
    ]),
  );
  const finder: Finder = await import(new URL('../../../build/chromium.mjs', import.meta.url).href);
  const browser: Browser = await chromium.launch({
    executablePath: finder.findChromium().path,
    args: finder.chromiumArgs(),
  });
  return {
    async open() {
      const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.route(`${ORIGIN}/**`, (route) => {
        const path = new URL(route.request().url()).pathname;
        const name = path === '/' ? '/index.html' : path;
        const body = files.get(name);
        const types: Record<string, string> = {
          html: 'text/html',
          js: 'text/javascript',
          css: 'text/css',
        };
        return body === undefined
          ? route.fulfill({ status: 404 })
          : route.fulfill({
              body: typeof body === 'string' ? body : Buffer.from(body),
              contentType: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
            });
      });
      await page.goto(`${ORIGIN}/`);
      await page.waitForSelector('html[data-ready]');
      return page;
    },
    close: () => browser.close(),
  };
}

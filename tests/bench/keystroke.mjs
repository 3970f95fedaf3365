/**
 * Keystroke to next paint in a story of 10,000 words with 500 findings, against bare Lexical rich text with the same
 * words in the same Chromium and run, and the time each takes to open. Both are open at once and take turns key by
 * key. Prints a table; exits 1 when the ratio of medians is above 1.5.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumArgs, findChromium } from '../../build/chromium.mjs';

const ORIGIN = 'http://bench.test';
const ROUNDS = 4;
const KEYS = 60;
const LIMIT = 1.5;

const root = fileURLToPath(new URL('keystroke', import.meta.url));
const built = await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { write: false, rollupOptions: { input: `${root}/index.html` } },
});
const files = new Map(
  built.output.map((file) => [
    `/${file.fileName}`,
    file.type === 'chunk' ? file.code : file.source,
  ]),
);
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };

const browser = await chromium.launch({
  executablePath: findChromium().path,
  // Without these a key waits for the next 60 Hz tick, which hides how long the work itself takes.
  args: [...chromiumArgs(), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});

/** A fresh page with one of the two editors open. */
async function openPage(kind) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const name = path === '/' ? '/index.html' : path;
    const body = files.get(name);
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({
          body: typeof body === 'string' ? body : Buffer.from(body),
          contentType: TYPES[name.split('.').at(-1)] ?? 'application/octet-stream',
        });
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForSelector('html[data-ready]');
  const opened = await page.evaluate((which) => window.bench.open(which), kind);
  return { page, opened };
}

/** Types one key and gives its times. */
async function press(page, key) {
  const count = await page.evaluate(() => window.bench.times.length);
  await page.keyboard.type(key);
  await page.waitForFunction((known) => window.bench.times.length > known, count);
  return page.evaluate(() => [window.bench.times.at(-1), window.bench.scripting.at(-1)]);
}

const results = {
  galley: { opened: [], times: [], scripting: [] },
  bare: { opened: [], times: [], scripting: [] },
};
for (let turn = 0; turn < ROUNDS; turn += 1) {
  // Both editors are open at once and take turns key by key, so that both meet the same machine.
  const kinds = turn % 2 === 0 ? ['bare', 'galley'] : ['galley', 'bare'];
  const pages = {};
  for (const kind of kinds) {
    const { page, opened } = await openPage(kind);
    pages[kind] = page;
    results[kind].opened.push(opened);
  }
  for (const at of [2, 100, 190]) {
    for (const kind of kinds) {
      await pages[kind].evaluate((block) => window.bench.place(block), at);
      // The first key in a place pays for scrolling there: it is typed, and not counted.
      await press(pages[kind], 'a');
    }
    for (let key = 0; key < KEYS / 3; key += 1) {
      for (const kind of kinds) {
        const [time, scripting] = await press(pages[kind], key % 6 === 5 ? ' ' : 'e');
        results[kind].times.push(time);
        results[kind].scripting.push(scripting);
      }
    }
  }
  for (const kind of kinds) await pages[kind].context().close();
}
await browser.close();

const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];
const summary = (kind) => {
  const { opened, times, scripting } = results[kind];
  return {
    keys: times.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    scriptMedian: quantile(scripting, 0.5),
    open: quantile(opened, 0.5),
  };
};
const bare = summary('bare');
const galley = summary('galley');
const ms = (value) => `${value.toFixed(1)} ms`;
console.log('10,000 words, 500 findings; keystroke to next paint, and time to open');
for (const [name, one] of [
  ['bare Lexical', bare],
  ['Galley', galley],
]) {
  console.log(
    `  ${name.padEnd(13)} median ${ms(one.median)}  p95 ${ms(one.p95)}  to frame ${ms(one.scriptMedian)}  open ${ms(one.open)}  (${one.keys} keys)`,
  );
}
const ratio = galley.median / bare.median;
console.log(
  `  ratio: median ${ratio.toFixed(2)}, p95 ${(galley.p95 / bare.p95).toFixed(2)}, open ${(galley.open / bare.open).toFixed(2)} (median at most ${LIMIT})`,
);
process.exit(ratio <= LIMIT ? 0 : 1);

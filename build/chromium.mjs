/**
 * Finds a Chromium or Chrome to run the journeys in: the one named by GALLEY_CHROMIUM, an installed one, Playwright's
 * own download, else Debian's package when we may install it. Says what it did.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function usualPlaces() {
  if (platform() === 'darwin') {
    return ['', homedir()].flatMap((home) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(home, `/Applications/${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  if (platform() === 'win32') {
    const folders = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    return folders.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  return [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/snap/bin/chromium',
  ];
}

/** Flags for every Chromium we start: nothing in the background, no network of its own. */
export function chromiumArgs() {
  const asRoot = process.getuid?.() === 0;
  return [
    // Chromium's sandbox refuses to run as root, as in most containers.
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    // The wall beneath the request routing: no name resolves.
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ];
}

/** An installed browser, without installing anything: its path and how it was found, or null. */
export function installedChromium() {
  const named = process.env.GALLEY_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`GALLEY_CHROMIUM names ${named}, which does not exist`);
    return { path: named, how: 'named by GALLEY_CHROMIUM' };
  }
  const usual = usualPlaces().find((path) => existsSync(path));
  if (usual) return { path: usual, how: 'installed' };
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, how: 'downloaded by Playwright before' } : null;
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** An installed browser, installed now if need be; throws with advice when there is no way. */
export function findChromium({ say = console.log } = {}) {
  const there = installedChromium();
  if (there) return there;

  say('No Chromium or Chrome here: asking Playwright to download one');
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  if (run(process.execPath, [playwright, 'install', 'chromium'])) {
    const path = chromium.executablePath();
    if (existsSync(path)) return { path, how: 'downloaded by Playwright now' };
  }
  if (platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('The download failed: installing Debian’s chromium');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const path = usualPlaces().find((place) => existsSync(place));
    if (path) return { path, how: 'installed from Debian now' };
  }
  throw new Error(
    'Galley’s journeys need Chromium or Chrome. Install one, or name one: GALLEY_CHROMIUM=/path/to/chrome',
  );
}

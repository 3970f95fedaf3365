/**
 * `npm start`: builds what is out of date, then opens Galley in Electron. Where Electron's program is missing and cannot
 * be fetched, it says so in one line and opens the same app through the browser shell.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const electronFolder = join(root, 'node_modules/electron');
/** Milliseconds; a network that forbids the download often just never answers. */
const DOWNLOAD_LIMIT = 20_000;

/** The newest change below a path, milliseconds since 1970. */
function newest(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function buildIfNeeded() {
  const sources = ['core', 'electron', 'renderer', 'assets', 'build/bundle.mjs', 'package.json'];
  const built = ['main.js', 'preload.cjs', 'renderer/index.html'].map(
    (name) => statSync(join(root, 'dist', name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  if (Math.min(...built) >= Math.max(...sources.map((name) => newest(join(root, name))))) return;
  const { status } = spawnSync(process.execPath, [join(root, 'build/bundle.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The path of Electron's program, or null when it is not there. */
function electronProgram() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(electronFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : '';
  if (!given && name === '') return null;
  const program = join(given ?? join(electronFolder, 'dist'), name || 'electron');
  return existsSync(program) ? program : null;
}

/** Asks Electron's own installer for its program; answers why it failed, or null. */
function fetchElectron() {
  const { status, error, stderr } = spawnSync(
    process.execPath,
    [join(electronFolder, 'install.js')],
    { cwd: root, timeout: DOWNLOAD_LIMIT, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status === 0 && electronProgram()) return null;
  if (error?.code === 'ETIMEDOUT') return 'the download did not answer';
  const said = /^\S*Error: (.+)$/mu.exec(stderr ?? '')?.[1];
  return said ?? error?.message ?? 'the download failed';
}

function needDisplay() {
  if (process.platform !== 'linux') return;
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  console.error(
    'Galley needs a display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it from a desktop session, or use the command line: node dist/cli.js --help',
  );
  process.exit(1);
}

buildIfNeeded();
needDisplay();
const trouble = electronProgram() ? null : fetchElectron();
const program = electronProgram();
if (program) {
  // Electron reads this as "be Node", which some editors' terminals set for themselves.
  const { ELECTRON_RUN_AS_NODE: _unset, ...env } = process.env;
  const child = spawn(program, [root, ...process.argv.slice(2)], { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  console.log(`Electron is not available here (${trouble}): opening Galley in a browser window.`);
  const shell = pathToFileURL(join(root, 'tests/browser-shell/open.mjs')).href;
  const { openBrowserShell } = await import(shell);
  try {
    process.exit(await openBrowserShell({ headless: false, args: process.argv.slice(2) }));
  } catch (error) {
    const [line] = String(error?.message ?? error).split('\n');
    console.error(`Galley could not open a window: ${line}`);
    process.exit(1);
  }
}

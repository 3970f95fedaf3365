import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBinaryModuleFromUrl, Dialect, LocalLinter } from 'harper.js';
import type { EngineInput, EngineResult } from '#core/checks/engine';
import { adaptLinter } from '#core/checks/harper/adapt';
import { harperFindings, isRead } from '#core/checks/harper/findings';
import type { HarperLint } from '#core/checks/harper/lint';
import { dialectOf } from '#core/checks/harper/lint';
import { rulesOn } from '#core/checks/harper/rules';
import type { StyleBook } from '#core/checks/style-book';

/** What Harper finds in a story. Throws when it cannot be set up. */
export async function spellingOf(
  input: EngineInput,
  book: StyleBook,
): Promise<Pick<EngineResult, 'findings' | 'dismissed'>> {
  const binary = createBinaryModuleFromUrl(pathToFileURL(await findBinary()).href, 'slim');
  const harper = adaptLinter(new LocalLinter({ binary, dialect: Dialect.American }));
  await harper.configure(dialectOf(book.language), rulesOn(book));
  const lints = new Map<string, readonly HarperLint[]>();
  for (const block of input.blocks) {
    if (isRead(block)) lints.set(block.text, await harper.lint(block.text));
  }
  return harperFindings(input, (text) => lints.get(text) ?? [], book);
}

/** The program that the window's worker loads, beside this one; without a build, the package's own. */
async function findBinary(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of ['renderer/assets', 'node_modules/harper.js/dist']) {
      const names = await readdir(join(folder, place)).catch(() => []);
      const found = names.find((name) => /^harper_wasm_slim_bg.*\.wasm$/u.test(name));
      if (found !== undefined) return join(folder, place, found);
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Harper’s program is not here');
    folder = parent;
  }
}

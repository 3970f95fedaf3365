import { Dialect, LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import { adaptLinter } from '#core/checks/harper/adapt';
import type { HarperLinter } from '#core/checks/harper/lint';

/** Harper itself, set up in Node as the worker sets it up in the window. Takes a second or more. */
export async function realHarper(): Promise<HarperLinter> {
  const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American });
  await linter.setup();
  return adaptLinter(linter);
}

import { parseArgs } from 'node:util';
import type { PhotoProfileId } from '#core/photos/export-profiles';
import { PHOTO_PROFILES } from '#core/photos/export-profiles';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';

export type Words =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'import'; readonly file: string; readonly to: string }
  | {
      readonly command: 'check';
      readonly file: string;
      readonly style: string | null;
      readonly json: boolean;
      /** Harper takes a second or two to set up. */
      readonly spelling: boolean;
    }
  | {
      readonly command: 'export';
      readonly file: string;
      readonly format: string;
      readonly out: string;
      /** Id of a photo profile; null: that of the settings. */
      readonly photos: PhotoProfileId | null;
    };

export const HELP = `Galley: check and convert stories without a window.

  galley import FILE --to FOLDER                make a story from a file, in this folder
  galley check FILE|STORY [--style NAME] [--json] [--no-spelling]
                                                list what disagrees with house style, and misspelt words
  galley export FILE|STORY --to FORMAT --out PATH [--photos SIZE]
                                                write the finished story

A STORY is a .galley folder. FORMAT is one of: {formats}. SIZE is one of: {sizes}.
Exit status: 0 no error found, 1 errors found, 2 bad input.
`;

/** Reads a command line. Fails with one line that says what is missing or unknown. */
export function readWords(args: readonly string[]): Result<Words> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('bad-input', message.split('\n')[0]?.replace(/\. .*$/u, '') ?? message);
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ command: 'help' });
  if (values.version) return ok({ command: 'version' });
  const [command, file, ...rest] = positionals;
  if (command === undefined)
    return fail('bad-input', 'Say import, check or export; --help tells more');
  if (command !== 'import' && command !== 'check' && command !== 'export') {
    return fail('bad-input', `There is no command “${command}”: use import, check or export`);
  }
  if (!file) return fail('bad-input', `${command} needs a file`);
  if (rest.length > 0) return fail('bad-input', `${command} takes one file, not “${rest[0]}” too`);
  const allowed: Readonly<Record<typeof command, readonly string[]>> = {
    import: ['to'],
    check: ['style', 'json', 'no-spelling'],
    export: ['to', 'out', 'photos'],
  };
  const stray = Object.keys(values).find((name) => !allowed[command].includes(name));
  if (stray) return fail('bad-input', `${command} has no option --${stray}`);
  const { to, out } = values;
  const photos = PHOTO_PROFILES.find((profile) => profile.id === values.photos)?.id ?? null;
  switch (command) {
    case 'import':
      return to ? ok({ command, file, to }) : fail('bad-input', 'import needs --to FOLDER');
    case 'check':
      return ok({
        command,
        file,
        style: values.style ?? null,
        json: values.json ?? false,
        spelling: !values['no-spelling'],
      });
    case 'export':
      if (!to) return fail('bad-input', 'export needs --to FORMAT');
      if (values.photos !== undefined && photos === null)
        return fail('bad-input', `There is no photo size “${values.photos}”`);
      return out
        ? ok({ command, file, format: to, out, photos })
        : fail('bad-input', 'export needs --out PATH');
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      photos: { type: 'string' },
      style: { type: 'string' },
      json: { type: 'boolean' },
      'no-spelling': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

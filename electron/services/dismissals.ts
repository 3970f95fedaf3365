import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Dismissal } from '#core/article/model';
import { dismissalSchema } from '#core/article/schema';
import type { Result } from '#core/util/result';
import { fail, ok } from '#core/util/result';
import type { Handlers } from '../ipc/handler';
import { errorCode, fileFailure, writeAtomic } from './files';
import type { LibraryService } from './library';
import type { Lifecycle } from './platform';
import { createQueue } from './queue';

export interface DismissalsService extends Lifecycle {
  readonly handlers: Handlers<'dismissals.list' | 'dismissals.add' | 'dismissals.remove'>;
}

const FILE = 'dismissals.json';
const SCHEMA = 1;
const fileSchema = z.looseObject({
  schema: z.number().int().min(1),
  dismissals: z.array(dismissalSchema),
});
type Kept = z.infer<typeof fileSchema>;

/**
 * What the desk dismissed for every story: `dismissals.json` in the library, so that it goes where the stories go. A
 * file that cannot be read is told with its place and never written over.
 */
export function createDismissals(library: Pick<LibraryService, 'folder'>): DismissalsService {
  const queue = createQueue();
  const path = () => join(library.folder(), FILE);

  async function read(): Promise<Result<Kept>> {
    let text: string;
    try {
      text = await readFile(path(), 'utf8');
    } catch (error) {
      return errorCode(error) === 'ENOENT'
        ? ok({ schema: SCHEMA, dismissals: [] })
        : fileFailure(error, FILE);
    }
    return parse(text);
  }

  const change = (make: (list: readonly Dismissal[]) => readonly Dismissal[]) =>
    queue.run(FILE, async (): Promise<Result<readonly Dismissal[]>> => {
      const kept = await read();
      if (!kept.ok) return kept;
      const dismissals = make(kept.value.dismissals);
      try {
        await mkdir(library.folder(), { recursive: true });
        await writeAtomic(path(), `${JSON.stringify({ ...kept.value, dismissals }, null, 2)}\n`);
      } catch (error) {
        return fileFailure(error, FILE);
      }
      return ok(dismissals);
    });

  return {
    shutdown: () => queue.drained(),
    handlers: {
      'dismissals.list': () =>
        queue.run(FILE, async () => {
          const kept = await read();
          return kept.ok ? ok(kept.value.dismissals) : kept;
        }),
      'dismissals.add': ([added]) =>
        change((list) => [...list.filter((one) => !added.some((two) => same(one, two))), ...added]),
      'dismissals.remove': ([gone]) =>
        change((list) => list.filter((one) => !gone.some((two) => same(one, two)))),
    },
  };
}

function same(a: Pick<Dismissal, 'check' | 'key'>, b: Pick<Dismissal, 'check' | 'key'>): boolean {
  return a.check === b.check && a.key === b.key;
}

function parse(text: string): Result<Kept> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('bad-input', `${FILE} in the library is not readable as JSON: ${message}`);
  }
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') || 'the file';
    return fail('bad-input', `${FILE} in the library, ${at}: ${issue?.message}`);
  }
  if (parsed.data.schema > SCHEMA) {
    return fail('too-new', `${FILE} in the library was written by a newer Galley.`);
  }
  return ok(parsed.data);
}

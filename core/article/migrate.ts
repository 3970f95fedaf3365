import type { Failure, Result } from '../util/result';
import { fail, ok } from '../util/result';
import { SCHEMA_VERSION } from './model';

type Stored = Readonly<Record<string, unknown>>;

/** One step per schema version: `steps[n]` takes version n+1 to n+2. Append only; never edit a step that shipped. */
const steps: readonly ((stored: Stored) => Stored)[] = [];

/** Brings stored JSON to the current schema; refuses what is newer or has no version. `name` is the file. */
export function migrate(data: unknown, name: string): Result<Stored> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return noStory(name);
  let stored = data as Stored;
  const version = stored['schema'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return noStory(name);
  if (version > SCHEMA_VERSION) {
    return fail(
      'too-new',
      `${name} was written by a newer Galley (schema ${version}, this one reads up to ${SCHEMA_VERSION}). Update Galley to open it.`,
    );
  }
  for (let at = version; at < SCHEMA_VERSION; at += 1) {
    const step = steps[at - 1];
    if (!step) return fail('internal', `No migration from schema ${at}`);
    stored = step(stored);
  }
  return ok(stored);
}

function noStory(name: string): Failure {
  return fail('bad-input', `${name} is not a Galley story: it names no schema version`);
}

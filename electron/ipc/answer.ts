import type { MethodName } from '#core/ipc/contract';
import { METHODS } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail } from '#core/util/result';
import type { Caller, Handlers } from './handler';

/** The part of an IPC event's frame that decides whether we listen to it. */
export interface SenderFrame {
  readonly url: string;
  /** null: the window's main frame. */
  readonly parent: unknown;
}

/** True for the main frame of our own page; everything else has no business calling. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  if (!frame || frame.parent) return false;
  try {
    const { protocol, host } = new URL(frame.url);
    return protocol === 'app:' && host === 'galley';
  } catch {
    return false;
  }
}

/**
 * Answers one call: refuses strangers (`denied`) and arguments that the guard rejects (`bad-input`), and turns a thrown
 * error into `internal`. Never throws, because thrown detail is lost over IPC.
 */
export async function answer(
  handlers: Handlers,
  name: MethodName,
  frame: SenderFrame | null | undefined,
  args: readonly unknown[],
  caller: Caller,
): Promise<Result<unknown>> {
  if (!isTrustedSender(frame)) {
    return fail('denied', `${name} was called from a page that is not Galley’s own`);
  }
  const guarded = METHODS[name].args.safeParse(args);
  if (!guarded.success) {
    const issue = guarded.error.issues[0];
    const path = issue?.path.map(String).join('.') ?? '';
    return fail('bad-input', `${name} was called with wrong arguments: ${path}: ${issue?.message}`);
  }
  try {
    // The guard has just proved that these are the arguments of this method; TypeScript cannot pair the two unions.
    const handler = handlers[name] as (
      args: readonly unknown[],
      caller: Caller,
    ) => Promise<Result<unknown>> | Result<unknown>;
    return await handler(guarded.data, caller);
  } catch (error) {
    console.error(`${name} failed:`, error);
    return fail('internal', error instanceof Error ? error.message : String(error));
  }
}

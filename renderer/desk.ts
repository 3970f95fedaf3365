import type { AnswerOf, ArgsOf, EventName, Events, MethodName } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import { fail } from '#core/util/result';

/** What preload exposes as `window.desk`. */
export interface Bridge {
  readonly invoke: (name: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** Answers the function that stops listening. */
  readonly on: (event: string, handler: (payload: unknown) => void) => () => void;
}

/** The contract, typed: every method answers a Result and never rejects. */
export interface Desk {
  readonly call: <Name extends MethodName>(
    name: Name,
    ...args: ArgsOf<Name>
  ) => Promise<Result<AnswerOf<Name>>>;
  readonly on: <Name extends EventName>(
    event: Name,
    handler: (payload: Events[Name]) => void,
  ) => () => void;
}

/** Types a bridge. A rejection (the main process is gone) becomes an `internal` failure. */
export function connect(bridge: Bridge): Desk {
  return {
    call: async <Name extends MethodName>(name: Name, ...args: ArgsOf<Name>) => {
      try {
        return (await bridge.invoke(name, ...args)) as Result<AnswerOf<Name>>;
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return fail('internal', `Galley could not do that (${name}): ${detail}`);
      }
    },
    on: (event, handler) => bridge.on(event, (payload) => handler(payload as never)),
  };
}

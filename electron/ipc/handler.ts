import type { AnswerOf, ArgsOf, MethodName } from '#core/ipc/contract';
import type { Result } from '#core/util/result';

/** Who called: the id of the window's web contents, for methods that act on one window. */
export interface Caller {
  readonly window: number;
}

/** Answers one method. The arguments have passed the contract's guard. */
export type Handler<Name extends MethodName> = (
  args: ArgsOf<Name>,
  caller: Caller,
) => Promise<Result<AnswerOf<Name>>> | Result<AnswerOf<Name>>;

/** Handlers of some methods; `Handlers` alone is the complete table. */
export type Handlers<Names extends MethodName = MethodName> = {
  readonly [Name in Names]: Handler<Name>;
};

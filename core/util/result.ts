/** Codes a caller can branch on; the message is for people. */
export type FailureCode =
  | 'bad-input'
  | 'not-found'
  | 'conflict'
  | 'too-new'
  | 'too-large'
  | 'denied'
  | 'cancelled'
  | 'io'
  | 'internal';

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  /** What happened, to which file, and what to do: one or two sentences. */
  readonly message: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

/** Every answer that can fail: thrown detail is lost over IPC, so failures are values. */
export type Result<T> = Success<T> | Failure;

/** Wraps a value as a success. */
export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** Builds a failure from a code and a message for people. */
export function fail(code: FailureCode, message: string): Failure {
  return { ok: false, code, message };
}

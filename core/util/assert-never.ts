/** Ends a switch over a union: a case that was forgotten does not compile, and throws if data lies about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Structured clone as text: `encode` throws DataCloneError where `structuredClone` does. */
export function createCodec(): {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodec } from './codec.mjs';

const { encode, decode } = createCodec();
const roundTrip = (value: unknown) => decode(encode(value));

const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array(),
  fc.float64Array(),
  fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer),
  fc.constantFrom(/a+/giu, new Error('plain'), new RangeError('far'), Object(5), Object('text')),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    // Names that the format itself uses must survive as plain names.
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('$', 'v', '__proto__', 'constructor')),
      tie('value'),
      { maxKeys: 5 },
    ),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 4 }).map((rows) => new Map(rows)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => new Set(items)),
  ),
}));

describe('structured clone as text', () => {
  test('gives what structuredClone gives', () => {
    fc.assert(
      fc.property(anything, (value) => {
        // Node's own comparison: vitest's reads `constructor`, which is only a name here.
        expect(isDeepStrictEqual(roundTrip(value), structuredClone(value))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps a date that is none', () => {
    expect((roundTrip(new Date(Number.NaN)) as Date).getTime()).toBeNaN();
  });

  test('keeps cycles and shared objects', () => {
    const shared = { bytes: new Uint8Array([1, 2, 3]) };
    const value: Record<string, unknown> = { first: shared, second: shared };
    value['self'] = value;
    const copy = roundTrip(value) as Record<string, unknown>;
    expect(copy['self']).toBe(copy);
    expect(copy['first']).toBe(copy['second']);
    expect(copy['first']).not.toBe(shared);
  });

  test('keeps holes in arrays and missing values in objects', () => {
    const holes = new Array(4);
    holes[2] = undefined;
    const copy = roundTrip(holes) as unknown[];
    expect(copy).toHaveLength(4);
    expect(1 in copy).toBe(false);
    expect(2 in copy).toBe(true);
    expect(Object.keys(roundTrip({ gone: undefined }) as object)).toEqual(['gone']);
  });

  test('sends only the bytes in view', () => {
    const pool = new Uint8Array([9, 9, 1, 2, 9]);
    const copy = roundTrip(pool.subarray(2, 4)) as Uint8Array;
    expect([...copy]).toEqual([1, 2]);
    expect(copy.buffer.byteLength).toBe(2);
  });

  test('gives class instances as plain objects', () => {
    class Point {
      x = 1;
    }
    const copy = roundTrip(new Point()) as object;
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(copy).toEqual({ x: 1 });
  });

  test.each([
    ['a function', () => 1],
    ['a method in an object', { run() {} }],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a blob', new Blob(['x'])],
  ])('refuses %s', (_what, value) => {
    expect(() => encode(value)).toThrowError(
      expect.objectContaining({ name: 'DataCloneError' }) as Error,
    );
  });
});

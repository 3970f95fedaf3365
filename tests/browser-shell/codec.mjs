/**
 * Structured clone as text. Chromium's page bindings and Playwright carry JSON only; Electron's IPC carries structured
 * clones. `encode` turns what `structuredClone` accepts into a string and throws its DataCloneError for the rest;
 * `decode` gives the clone. Runs in Node and, as text, inside the page, so it imports nothing.
 */
export function createCodec() {
  const views = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ];
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  const refuse = (what) => {
    throw new DOMException(`${what} could not be cloned.`, 'DataCloneError');
  };

  function toBase64(bytes) {
    if (typeof Buffer === 'function') {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    }
    let text = '';
    // In slices, because a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function fromBase64(text) {
    if (typeof Buffer === 'function') return new Uint8Array(Buffer.from(text, 'base64'));
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  }

  const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  /** `value` must be a structured clone already: no class instances, no getters. */
  function pack(value, seen) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') {
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value !== 'object') return refuse(String(value));

    const known = seen.get(value);
    if (known !== undefined) return { $: 'ref', v: known };
    // Numbered in reading order; decode counts the same way.
    seen.set(value, seen.size);

    if (Array.isArray(value)) {
      const keys = Object.keys(value);
      if (keys.length === value.length && keys.every((key, at) => key === String(at))) {
        return value.map((item) => pack(item, seen));
      }
      const entries = keys.map((key) => [key, pack(value[key], seen)]);
      return { $: 'array', n: value.length, v: entries };
    }
    const kind = kindOf(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      const keys = Object.keys(value);
      if (keys.includes('$') || keys.includes('__proto__')) {
        return { $: 'object', v: keys.map((key) => [key, pack(value[key], seen)]) };
      }
      const packed = {};
      for (const key of keys) packed[key] = pack(value[key], seen);
      return packed;
    }
    if (value instanceof Date) {
      const time = value.getTime();
      return { $: 'date', v: Number.isNaN(time) ? null : time };
    }
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
    if (value instanceof Map) {
      return { $: 'map', v: [...value].map(([k, v]) => [pack(k, seen), pack(v, seen)]) };
    }
    if (value instanceof Set) return { $: 'set', v: [...value].map((item) => pack(item, seen)) };
    if (value instanceof Error && kind === 'Error') {
      const packed = { $: 'error', name: value.name, message: value.message, stack: value.stack };
      if ('cause' in value) packed.cause = pack(value.cause, seen);
      return packed;
    }
    if (value instanceof ArrayBuffer) {
      return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    }
    if (ArrayBuffer.isView(value) && views.includes(kind)) {
      // Only the bytes in view: a Node buffer is a slice of a pool that holds other people's bytes.
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'view', t: kind, v: toBase64(bytes) };
    }
    if (['Number', 'String', 'Boolean', 'BigInt'].includes(kind)) {
      return { $: 'boxed', v: pack(value.valueOf(), seen) };
    }
    // Blob, File, ImageData and such: Electron's IPC refuses them too.
    return refuse(`#<${kind}>`);
  }

  function unpack(packed, seen) {
    if (packed === null || typeof packed !== 'object') return packed;
    const remember = (value) => {
      seen.push(value);
      return value;
    };
    const fill = (target, entries) => {
      for (const [key, value] of entries) {
        Object.defineProperty(target, key, {
          value: unpack(value, seen),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return target;
    };
    if (Array.isArray(packed)) {
      const list = remember([]);
      for (const item of packed) list.push(unpack(item, seen));
      return list;
    }
    switch (packed.$) {
      case undefined:
        return fill(remember({}), Object.entries(packed));
      case 'undefined':
        return undefined;
      case 'number':
        return Number(packed.v);
      case 'bigint':
        return BigInt(packed.v);
      case 'ref':
        return seen[packed.v];
      case 'object':
        return fill(remember({}), packed.v);
      case 'array': {
        const list = remember([]);
        list.length = packed.n;
        return fill(list, packed.v);
      }
      case 'date':
        return remember(new Date(packed.v === null ? Number.NaN : packed.v));
      case 'regexp':
        return remember(new RegExp(packed.v[0], packed.v[1]));
      case 'map': {
        const map = remember(new Map());
        for (const [key, value] of packed.v) map.set(unpack(key, seen), unpack(value, seen));
        return map;
      }
      case 'set': {
        const set = remember(new Set());
        for (const item of packed.v) set.add(unpack(item, seen));
        return set;
      }
      case 'error': {
        const error = remember(new (errors[packed.name] ?? Error)(packed.message));
        Object.defineProperty(error, 'stack', {
          value: packed.stack,
          writable: true,
          configurable: true,
        });
        if ('cause' in packed) {
          Object.defineProperty(error, 'cause', {
            value: unpack(packed.cause, seen),
            writable: true,
            configurable: true,
          });
        }
        return error;
      }
      case 'buffer':
        return remember(fromBase64(packed.v).buffer);
      case 'view': {
        const { buffer } = fromBase64(packed.v);
        return remember(new globalThis[packed.t](buffer));
      }
      case 'boxed': {
        const slot = seen.length;
        seen.push(null);
        seen[slot] = Object(unpack(packed.v, seen));
        return seen[slot];
      }
      default:
        throw new Error(`Not a packed value: ${packed.$}`);
    }
  }

  return {
    /** Gives the text of a value; throws DataCloneError for functions, symbols, promises, nodes. */
    encode: (value) => JSON.stringify(pack(structuredClone(value), new Map())),
    /** Gives a fresh clone of the encoded value. */
    decode: (text) => unpack(JSON.parse(text), []),
  };
}

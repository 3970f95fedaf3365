import type { Result } from '../util/result';
import { fail, ok } from '../util/result';

/*
 * TextDecoder exists in Electron, Node and workers, but core compiles without the DOM and Node types.
 */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => Decoder;

export interface DecodedText {
  readonly text: string;
  /** Encoding the bytes were read in: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string;
  /** True when nothing in the file named the encoding and it is not UTF-8: the reading is a guess. */
  readonly guessed: boolean;
}

/** Larger files are refused: no story has as many bytes, and reading one would block the desk. */
export const TEXT_LIMIT = 32 * 1024 * 1024;

const SNIFF = 64 * 1024;

/** File signatures of what people drop by mistake; the words complete "… is …, not text". */
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip or Office file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
];

/**
 * Turns a file's bytes into text: byte order mark, then the declared charset (if it decodes), then UTF-8, else
 * windows-1252. Binary and oversized files fail with a message that names the file. Mojibake stays as it is.
 */
export function decodeText(
  bytes: Uint8Array,
  name: string,
  declared: string | null = null,
): Result<DecodedText> {
  if (bytes.length > TEXT_LIMIT) {
    return fail(
      'too-large',
      `${name} is larger than ${TEXT_LIMIT / 1024 / 1024} MB. Import a shorter part of it.`,
    );
  }
  const signature = SIGNATURES.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (signature) return refuse(name, signature[1]);
  const mark = byteOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (mark) {
    const text = decode(bytes, mark, false) ?? '';
    return isBinaryText(text) ? refuse(name, 'a binary file') : okText(text, mark, false);
  }
  if (bytes.subarray(0, SNIFF).includes(0)) return refuse(name, 'a binary file');
  const named = declared && !/^utf-?16/i.test(declared) ? decode(bytes, declared, true) : null;
  if (named !== null && declared) return okText(named, declared.toLowerCase(), false);
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null) {
    return isBinaryText(utf8) ? refuse(name, 'a binary file') : okText(utf8, 'utf-8', false);
  }
  const latin = decode(bytes, 'windows-1252', true) ?? '';
  return isBinaryText(latin) ? refuse(name, 'a binary file') : okText(latin, 'windows-1252', true);
}

function okText(text: string, encoding: string, guessed: boolean): Result<DecodedText> {
  return ok({ text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding, guessed });
}

function refuse(name: string, what: string): Result<never> {
  return fail(
    'bad-input',
    `${name} is ${what}, not text. Import plain text, a saved web page or Markdown.`,
  );
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: in Western text every second byte is zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SNIFF) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** By the encoding standard all of these mean windows-1252. */
const LATIN = /^(windows-1252|cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;
const C1 = /[\x80-\x9f]/g;
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node decode windows-1252 as Latin-1 and leave controls where quotes and dashes should be. */
function western(control: string): string {
  return WESTERN[control.charCodeAt(0) - 0x80] ?? control;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
    return LATIN.test(encoding) ? text.replace(C1, western) : text;
  } catch {
    return null;
  }
}

/** Text holds next to no control characters; programs and pictures are full of them. */
function isBinaryText(text: string): boolean {
  const length = Math.min(text.length, SNIFF);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 27) controls += 1;
  }
  return controls > 2 && controls > length * 0.02;
}

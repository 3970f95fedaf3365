import type { LexicalNode } from 'lexical';
import { $getState, $setState, createState } from 'lexical';
import type { StoryDesk } from '#core/article/model';

/** Stored fields of a block or span that have no place of their own in the tree; unknown ones included. */
export type Fields = Readonly<Record<string, unknown>>;

export const NO_FIELDS: Fields = Object.freeze({});

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two JSON values say the same; the order of keys does not matter. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && sameJson((a as Fields)[key], (b as Fields)[key]),
  );
}

/** The model id of a block. A copied node gets none, so that the transform gives it a new one. */
export const idState = createState('id', {
  parse: (value) => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** A block's fields other than id, kind and text: ordered, depth, endInserted … */
export const fieldsState = createState('fields', {
  parse: (value) => (isFields(value) ? value : NO_FIELDS),
  isEqual: sameJson,
});

/** A span's fields other than text, marks and link: inserted, deleted, notes … */
export const spanState = createState('span', {
  parse: (value) => (isFields(value) ? value : NO_FIELDS),
  isEqual: sameJson,
});

/** What a line break carries: format bits and span fields; null: like the text before it. */
export const breakState = createState('break', {
  parse: (value): { readonly format: number; readonly fields: Fields } | null =>
    isFields(value) && typeof value['format'] === 'number' && isFields(value['fields'])
      ? { format: value['format'], fields: value['fields'] }
      : null,
  isEqual: sameJson,
});

export const photoState = createState('photo', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

export const altState = createState('alt', {
  parse: (value) => (typeof value === 'string' ? value : null),
});

/** The story without its article lives on the root node, so that one history covers both. */
export const deskState = createState('desk', {
  parse: (value): StoryDesk | null => (isFields(value) ? (value as unknown as StoryDesk) : null),
});

/** Gives a block's model id; '' until one is assigned. */
export function $blockId(node: LexicalNode): string {
  return $getState(node, idState);
}

/** A new block id; random, so that blocks made on two desks do not clash. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(2));
  return `n${Array.from(bytes, (part) => part.toString(36)).join('')}`;
}

/** Sets a block's model id and its other fields. */
export function $identify<N extends LexicalNode>(node: N, id: string, fields: Fields): N {
  $setState(node, idState, id);
  $setState(node, fieldsState, fields);
  return node;
}

import type { Document } from 'yaml';
import { isMap, isSeq, parseDocument, stringify, YAMLMap, YAMLSeq } from 'yaml';
import type { ReadKind } from '../article/model';
import type { Result } from '../util/result';
import { fail, ok } from '../util/result';
import type { WordRow } from './style-book';
import { usualSeverity } from './style-book';
import { wordId } from './style-book-parser';

/** One change of a book's file. `value` null takes the house's own word back, so that the parent's counts again. */
export type BookChange =
  | { readonly kind: 'word'; readonly row: WordRow }
  /** Takes a row of this file out. */
  | { readonly kind: 'remove-word'; readonly id: string }
  /** An inherited row is dropped, or (false) used again. */
  | { readonly kind: 'drop-word'; readonly id: string; readonly drop: boolean }
  | {
      readonly kind: 'set';
      readonly group: 'checks' | 'options' | 'limits';
      readonly name: string;
      readonly value: string | number | boolean | null;
    }
  /** A rule of Harper for the whole book, or for one kind of block. */
  | {
      readonly kind: 'harper';
      readonly rule: string;
      readonly block: ReadKind | null;
      readonly value: 'on' | 'off' | null;
    }
  | {
      readonly kind: 'set-top';
      readonly name: 'creditForm' | 'title';
      readonly value: string | null;
    };

/**
 * A style book's text with one change made. Comments, order and all that the change is not about stay. Fails when the
 * text cannot be read as YAML; whether the new text is a right book is for `parseStyleBook` to say.
 */
export function changeBook(text: string, change: BookChange): Result<string> {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return fail('bad-input', `The style book cannot be read: ${error.message}`);
  if (!isMap(document.contents)) return fail('bad-input', 'The style book has no keys');
  apply(document, change);
  return ok(document.toString({ lineWidth: 0 }));
}

/** The text of a new house book that changes nothing yet. `id` as the file's name, `parent` a book's id. */
export function newBookText(id: string, title: string, parent: string): string {
  const says = stringify({ id, title, extends: parent }, { lineWidth: 0 });
  return `# What is not said here is as in the book that this one extends.\n${says}`;
}

/** A book's id made of its title: small letters, digits and hyphens. */
export function bookId(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60) || 'house'
  );
}

function apply(document: Document, change: BookChange): void {
  switch (change.kind) {
    case 'word':
      putWord(document, change.row);
      return;
    case 'remove-word':
      removeWord(document, change.id);
      return;
    case 'drop-word':
      dropWord(document, change.id, change.drop);
      return;
    case 'set':
      setIn(document, [change.group, change.name], change.value);
      return;
    case 'harper':
      setHarper(document, change);
      return;
    case 'set-top':
      setIn(document, [change.name], change.value);
  }
}

function setIn(document: Document, path: readonly string[], value: unknown): void {
  if (value !== null) {
    document.setIn(path, value);
    return;
  }
  if (document.hasIn(path)) document.deleteIn(path);
  const [group] = path;
  if (path.length > 1 && group !== undefined) dropWhenEmpty(document, group);
}

function setHarper(document: Document, change: Extract<BookChange, { kind: 'harper' }>): void {
  const { rule, block, value } = change;
  const group = block === null ? ['harper', 'rules'] : ['harper', 'kinds', block];
  if (value !== null) {
    document.setIn([...group, rule], value);
    return;
  }
  if (document.hasIn([...group, rule])) document.deleteIn([...group, rule]);
  // The groups around it go with their last rule.
  for (let length = group.length; length > 0; length -= 1) {
    const path = group.slice(0, length);
    const node = document.getIn(path);
    if (isMap(node) && node.items.length === 0) document.deleteIn(path);
  }
}

function dropWhenEmpty(document: Document, key: string): void {
  const node = document.get(key);
  if ((isMap(node) || isSeq(node)) && node.items.length === 0) document.delete(key);
}

/** The list under a key, made when there is none. */
function listAt(document: Document, key: string): YAMLSeq {
  const node = document.get(key);
  if (isSeq(node)) return node;
  const made = new YAMLSeq();
  document.set(key, made);
  return made;
}

function rowIndex(list: YAMLSeq, id: string): number {
  return list.items.findIndex((item) => {
    if (!isMap(item)) return false;
    const given = item.get('id');
    const find = item.get('find');
    if (typeof given === 'string') return given === id;
    return typeof find === 'string' && wordId(find.trim(), item.get('matchCase') === true) === id;
  });
}

/** What a row's map says; undefined: the key stays away because the parser fills it in. */
function rowValues(row: WordRow): Readonly<Record<string, unknown>> {
  const usualClass = row.replace.length > 0 ? 'amend' : 'review';
  return {
    id: row.id === wordId(row.find, row.matchCase) ? undefined : row.id,
    find: row.find,
    replace:
      row.replace.length === 0
        ? undefined
        : row.replace.length === 1
          ? row.replace[0]
          : [...row.replace],
    class: row.class === usualClass ? undefined : row.class,
    severity: row.severity === usualSeverity(row.class) ? undefined : row.severity,
    note: row.note === '' ? undefined : row.note,
    source: row.source,
    wholeWord: row.wholeWord ? undefined : false,
    matchCase: row.matchCase ? true : undefined,
  };
}

function putWord(document: Document, row: WordRow): void {
  const list = listAt(document, 'words');
  const at = rowIndex(list, row.id);
  const found = list.items[at];
  const map = isMap(found) ? found : new YAMLMap();
  for (const [key, value] of Object.entries(rowValues(row))) {
    if (value === undefined) map.delete(key);
    else map.set(key, Array.isArray(value) ? document.createNode(value) : value);
  }
  if (!isMap(found)) list.add(map);
  dropWord(document, row.id, false);
}

function removeWord(document: Document, id: string): void {
  const list = document.get('words');
  if (!isSeq(list)) return;
  const at = rowIndex(list, id);
  if (at >= 0) list.delete(at);
  dropWhenEmpty(document, 'words');
}

function dropWord(document: Document, id: string, drop: boolean): void {
  const has = document.get('dropWords');
  if (!drop && !isSeq(has)) return;
  const list = listAt(document, 'dropWords');
  const at = (list.toJSON() as readonly unknown[]).indexOf(id);
  if (drop && at < 0) list.add(id);
  if (!drop && at >= 0) list.delete(at);
  dropWhenEmpty(document, 'dropWords');
}

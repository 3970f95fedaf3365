import { parseHTML } from 'linkedom';

/*
 * Core compiles without the DOM's types. These are the few members that the importer uses of linkedom's inert document:
 * it runs no script, loads nothing, and has no window to talk to.
 */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly parentNode: DomElement | null;
  readonly childNodes: ArrayLike<DomNode>;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly id: string;
  readonly className: unknown;
  readonly parentElement: DomElement | null;
  readonly firstElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly children: ArrayLike<DomElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  cloneNode(deep: boolean): DomDocument;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Parses a page into an inert document. */
export function parsePage(html: string): DomDocument {
  const whole = /<body[\s>]|<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: DomDocument }).document;
}

/** The children of a node that are elements or text. */
export function childrenOf(node: DomNode): readonly DomNode[] {
  return Array.from(node.childNodes);
}

/** True for elements; narrows the type. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/** Text of an element with white space folded. */
export function textOf(node: DomNode | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Class and id in one lower-case string, to be searched for words. */
export function labelOf(element: DomElement): string {
  const named = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return named.toLowerCase();
}

/** All elements a selector finds, in document order. */
export function all(root: DomDocument | DomElement, selector: string): readonly DomElement[] {
  return Array.from(root.querySelectorAll(selector));
}

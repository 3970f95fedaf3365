import type { ExportMimeTypeConfig } from '@lexical/clipboard';
import { safeAddress } from './address';

/** What copying puts on the clipboard as HTML: the words and their meaning, none of the sheet's own markup. */
export const exporters: ExportMimeTypeConfig = {
  'text/html': [
    (_selection, next) => {
      const html = next();
      return html === null || html === '' ? html : plainMarkup(html);
    },
  ],
};

/** Elements whose meaning other programs share; Lexical writes bold both as `b` and as `strong`, once is enough. */
const KEPT = new Set('p h1 h2 blockquote figure ul ol li a b i u s sup sub br'.split(' '));

/** Reduces the editor's own HTML to plain markup: no classes, styles, pictures or suggested deletions. */
export function plainMarkup(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const gone of page.querySelectorAll('.picture, script, style')) gone.remove();
  gatherLists(page);
  for (const element of [...page.body.querySelectorAll('*')].reverse()) {
    if (!KEPT.has(element.localName)) element.replaceWith(...element.childNodes);
    else strip(element);
  }
  return page.body.innerHTML;
}

function strip(element: Element): void {
  const target = element.localName === 'a' ? safeAddress(element.getAttribute('href') ?? '') : null;
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
  if (target !== null) element.setAttribute('href', target);
  else if (element.localName === 'a') element.replaceWith(...element.childNodes);
}

/** The sheet's lists are flat paragraphs; elsewhere a list is nested elements. */
function gatherLists(page: Document): void {
  const open: { readonly list: Element; readonly ordered: boolean }[] = [];
  let last: Element | null = null;
  for (const item of page.querySelectorAll('.list-item')) {
    const ordered = item.classList.contains('ordered');
    const depth = [1, 2, 3].find((level) => item.classList.contains(`depth-${level}`)) ?? 0;
    if (last === null || item.previousElementSibling !== last) open.length = 0;
    open.length = Math.min(open.length, depth + 1);
    if (open.at(-1)?.ordered !== ordered && open.length === depth + 1) open.pop();
    while (open.length < depth + 1) {
      const list = page.createElement(ordered ? 'ol' : 'ul');
      const parent: Element | undefined = open.at(-1)?.list;
      if (parent) (parent.lastElementChild ?? parent).append(list);
      else item.before(list);
      open.push({ list, ordered });
    }
    const entry = page.createElement('li');
    entry.append(...item.childNodes);
    open.at(-1)?.list.append(entry);
    item.remove();
    last = open[0]?.list ?? null;
  }
}

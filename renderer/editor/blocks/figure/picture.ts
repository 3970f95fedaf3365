import type { LexicalEditor } from 'lexical';
import type { Photo, PhotoId } from '#core/article/model';

/** What a figure needs to show its picture. */
export interface Picture {
  readonly address: string | null;
  readonly photo: Photo | null;
}

const sources = new WeakMap<LexicalEditor, (photo: PhotoId) => Picture>();

/** Tells an editor's figures where their pictures are. */
export function setPictureSource(editor: LexicalEditor, source: (photo: PhotoId) => Picture): void {
  sources.set(editor, source);
}

/** Draws a figure's picture, or a quiet stand-in that names the missing file. */
export function paintPicture(
  editor: LexicalEditor,
  figure: HTMLElement,
  photo: PhotoId,
  alt: string | null,
): void {
  const holder = figure.firstElementChild;
  if (!(holder instanceof HTMLElement)) return;
  const picture = sources.get(editor)?.(photo) ?? { address: null, photo: null };
  const name = picture.photo?.originalName ?? '';
  figure.setAttribute('aria-label', alt || name ? `Photo: ${alt || name}` : 'Photo');
  if (picture.address === null) {
    const words = document.createElement('span');
    words.textContent = name === '' ? 'No picture yet' : `Picture missing: ${name}`;
    holder.replaceChildren(words);
    holder.classList.add('missing');
    return;
  }
  holder.classList.remove('missing');
  const image = holder.querySelector('img') ?? document.createElement('img');
  if (image.getAttribute('src') !== picture.address) image.src = picture.address;
  image.alt = alt ?? '';
  image.draggable = false;
  image.decoding = 'async';
  const { width, height } = picture.photo ?? { width: null, height: null };
  // The size is known before the file arrives, so the text below does not jump.
  if (width && height) {
    image.width = width;
    image.height = height;
  }
  if (image.parentElement !== holder) holder.replaceChildren(image);
}

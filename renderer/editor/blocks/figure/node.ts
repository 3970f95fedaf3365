import type { EditorConfig, ElementDOMSlot, LexicalEditor } from 'lexical';
import { $getEditor, $getState, ElementNode, setDOMUnmanaged } from 'lexical';
import { altState, fieldsState, idState, photoState } from '../state';
import { blockElement } from '../text-block';
import { paintPicture } from './picture';

/** A picture with its caption and credit, which are ordinary text blocks inside it. */
export class FigureNode extends ElementNode {
  override $config() {
    return this.config('figure', {
      extends: ElementNode,
      stateConfigs: [idState, fieldsState, photoState, altState],
    });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = blockElement('figure', 'figure');
    const picture = document.createElement('div');
    picture.className = 'picture';
    picture.contentEditable = 'false';
    // Lexical must not take the picture for stray content that the browser put there.
    setDOMUnmanaged(picture);
    figure.append(picture);
    paintPicture(editor, figure, $getState(this, photoState), $getState(this, altState));
    return figure;
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    const photo = $getState(this, photoState);
    const alt = $getState(this, altState);
    if (
      photo !== $getState(previous, photoState, 'direct') ||
      alt !== $getState(previous, altState, 'direct')
    ) {
      paintPicture($getEditor(), dom, photo, alt);
    }
    return false;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withAfter(element.firstElementChild);
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  // A range that runs into a figure must not pour a caption into the story's text, or the other way round.
  override isShadowRoot(): boolean {
    return true;
  }
}

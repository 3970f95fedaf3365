import type { EditorConfig, LexicalNode, RangeSelection } from 'lexical';
import { $createParagraphNode, ElementNode } from 'lexical';
import { fieldsState, idState } from './state';

/** Builds a block's element; `name` is the class the sheet is styled by. */
export function blockElement(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = `block ${name}`;
  return element;
}

/** Base of every text block but the paragraph (which must descend from Lexical's own). */
export class TextBlockNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('TextBlockNode'), {
      extends: ElementNode,
      stateConfigs: [idState, fieldsState],
    });
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    throw new Error('A text block says itself how it looks');
  }

  override updateDOM(_previous: this, _dom: HTMLElement, _config: EditorConfig): boolean {
    return false;
  }

  override canMergeWhenEmpty(): boolean {
    return true;
  }

  /** Enter goes on with a paragraph, whatever the block is. */
  override insertNewAfter(_selection: RangeSelection, restore = true): ElementNode {
    const next = $createParagraphNode();
    this.insertAfter(next, restore);
    return next;
  }

  /** Backspace at the start turns a set-off block into a paragraph before it joins anything. */
  override collapseAtStart(_selection: RangeSelection): boolean {
    return false;
  }
}

/** Replaces a block by an empty paragraph that takes its children and its id. */
export function $turnIntoParagraph(node: ElementNode, identify: (to: LexicalNode) => void): void {
  const paragraph = $createParagraphNode();
  identify(paragraph);
  node.replace(paragraph, true);
}

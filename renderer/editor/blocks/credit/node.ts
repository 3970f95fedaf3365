import { blockElement, TextBlockNode } from '../text-block';

/** Who made the picture; always the second child of a figure. */
export class CreditNode extends TextBlockNode {
  override $config() {
    return this.config('credit', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'credit');
  }
}

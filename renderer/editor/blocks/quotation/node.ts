import { blockElement, TextBlockNode } from '../text-block';

/** A quotation set off from the text; Enter goes on quoting. */
export class QuotationNode extends TextBlockNode {
  override $config() {
    return this.config('quotation', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('blockquote', 'quotation');
  }
}

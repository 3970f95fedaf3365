import { blockElement, TextBlockNode } from '../text-block';

/** Who wrote it. */
export class BylineNode extends TextBlockNode {
  override $config() {
    return this.config('byline', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'byline');
  }
}

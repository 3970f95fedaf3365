import { blockElement, TextBlockNode } from '../text-block';

/** The line under the headline. */
export class DekNode extends TextBlockNode {
  override $config() {
    return this.config('dek', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'dek');
  }
}

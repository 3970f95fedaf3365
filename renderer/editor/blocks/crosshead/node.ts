import { blockElement, TextBlockNode } from '../text-block';

/** A heading inside the story. */
export class CrossheadNode extends TextBlockNode {
  override $config() {
    return this.config('crosshead', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('h2', 'crosshead');
  }
}

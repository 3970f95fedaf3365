import { blockElement, TextBlockNode } from '../text-block';

/** What the picture shows; always the first child of a figure. */
export class CaptionNode extends TextBlockNode {
  override $config() {
    return this.config('caption', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'caption');
  }
}

import { blockElement, TextBlockNode } from '../text-block';

/** The author's note at the end; Enter goes on with it. */
export class BioNode extends TextBlockNode {
  override $config() {
    return this.config('bio', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'bio');
  }
}

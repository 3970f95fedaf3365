import { blockElement, TextBlockNode } from '../text-block';

/** The story's headline. */
export class HeadlineNode extends TextBlockNode {
  override $config() {
    return this.config('headline', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('h1', 'headline');
  }
}

import { blockElement, TextBlockNode } from '../text-block';

/** Words lifted out of the story as display type. */
export class PullquoteNode extends TextBlockNode {
  override $config() {
    return this.config('pullquote', { extends: TextBlockNode });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'pullquote');
  }
}

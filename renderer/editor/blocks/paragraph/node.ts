import { ParagraphNode } from 'lexical';
import { fieldsState, idState } from '../state';
import { blockElement } from '../text-block';

/** A paragraph of the story. It replaces Lexical's paragraph, which Lexical itself creates in many places. */
export class StoryParagraphNode extends ParagraphNode {
  override $config() {
    return this.config('story-paragraph', {
      extends: ParagraphNode,
      stateConfigs: [idState, fieldsState],
    });
  }

  override createDOM(): HTMLElement {
    return blockElement('p', 'paragraph');
  }

  override updateDOM(): boolean {
    return false;
  }
}

import { $getState, $setState } from 'lexical';
import { fieldsState } from '../state';
import { blockElement, TextBlockNode } from '../text-block';

/** One item of a list. Lists are flat: each item says whether it is numbered and how deep it stands. */
export class ListItemNode extends TextBlockNode {
  override $config() {
    return this.config('list-item', { extends: TextBlockNode });
  }

  ordered(): boolean {
    return $getState(this, fieldsState)['ordered'] === true;
  }

  depth(): number {
    const depth = $getState(this, fieldsState)['depth'];
    return typeof depth === 'number' ? depth : 0;
  }

  /** Sets the form of the item; other fields stay. */
  setForm(ordered: boolean, depth: number): this {
    return $setState(this, fieldsState, (fields) => {
      const { ordered: _ordered, depth: _depth, ...rest } = fields;
      return { ...rest, ...(ordered ? { ordered } : {}), ...(depth > 0 ? { depth } : {}) };
    });
  }

  override createDOM(): HTMLElement {
    const element = blockElement('p', '');
    element.className = this.classes();
    return element;
  }

  override updateDOM(_previous: this, dom: HTMLElement): boolean {
    const classes = this.classes();
    if (dom.className !== classes) dom.className = classes;
    return false;
  }

  private classes(): string {
    return `block list-item ${this.ordered() ? 'ordered' : 'bulleted'} depth-${Math.min(this.depth(), 3)}`;
  }
}

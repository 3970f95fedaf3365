import type { Desk } from '../desk';
import type { EditorApi } from '../editor/api';
import type { AppState, Notice } from './app-state';
import type { Session } from './session';
import type { Store } from './store';

/** What the desk's actions work with. */
export interface Context {
  readonly desk: Desk;
  readonly store: Store<AppState>;
  readonly session: Session;
  /** The mounted editor, or null before the sheet is there. */
  readonly editor: () => EditorApi | null;
}

let lastNotice = 0;
const DONE_STAYS = 6000;

/** Shows a notice. Errors stay until they are put away; the rest goes after a few seconds. */
export function notify(
  { store }: Pick<Context, 'store'>,
  tone: Notice['tone'],
  text: string,
  action?: Notice['action'],
): void {
  lastNotice += 1;
  const id = lastNotice;
  const notice: Notice = action ? { id, tone, text, action } : { id, tone, text };
  store.set((state) => ({
    notices: [...state.notices.filter((one) => one.text !== text), notice].slice(-4),
  }));
  if (tone === 'done') setTimeout(() => putAway({ store }, id), DONE_STAYS);
}

/** Puts a notice away. */
export function putAway({ store }: Pick<Context, 'store'>, id: number): void {
  store.set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Tells screen readers something, politely. */
export function say({ store }: Pick<Context, 'store'>, text: string): void {
  // The same words twice would not be read again.
  store.set((state) => ({ spoken: state.spoken === text ? `${text}\u00a0` : text }));
}

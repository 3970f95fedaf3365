import { useEffect, useRef, useState } from 'react';
import { settled, waits } from '../../state/unsettled';

/** Milliseconds of rest after which what was typed becomes one step of the story's history. */
const SETTLE = 500;

/** A field's text that is given on after a rest, on `settle` (leaving the field), and when the field goes. */
export function useSettled(
  value: string,
  commit: (text: string) => void,
): {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly settle: () => void;
  readonly reset: (text: string) => void;
} {
  const [text, setText] = useState(value);
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);

  // Undo, a fix or a repair changed it elsewhere; while typing, what is typed counts.
  useEffect(() => {
    if (!pending.current) setText(value);
  }, [value]);

  function settle() {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const { text: typed } = pending.current;
    pending.current = null;
    settled(now.current);
    commit(typed);
  }
  const last = useRef(settle);
  last.current = settle;
  const now = useRef(() => last.current());
  useEffect(() => () => last.current(), []);

  function type(next: string) {
    setText(next);
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { text: next, timer: setTimeout(now.current, SETTLE) };
    waits(now.current);
  }

  return { text, type, settle, reset: setText };
}

import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * Keeps the keyboard in the list when the row it was on goes away: after a fix or a dismissal the next open row takes
 * the focus. Answers the function to call just before the row goes.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  current: string | null,
): () => void {
  const expected = useRef(false);
  useEffect(() => {
    const root = list.current;
    const row = [...(root?.querySelectorAll<HTMLElement>('.finding-row') ?? [])].find(
      (one) => one.dataset['key'] === current,
    );
    if (!root || !row) return;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (expected.current && (lost || root.contains(document.activeElement))) {
      expected.current = false;
      row.focus();
    } else row.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
  return () => {
    expected.current = true;
  };
}

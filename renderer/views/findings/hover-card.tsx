import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useApp, useDesk } from '../../state/use-app';
import { FindingCard } from './finding-card';

const AWAY = 8;

/** The same card, beside the words it speaks of, while the pointer rests on them. */
export function HoverCard() {
  const app = useApp();
  const hover = useDesk((state) => state.hover);
  const finding = useDesk((state) =>
    state.hover ? state.check.findings.find((one) => one.key === state.hover?.key) : undefined,
  );
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !hover) return;
    const { width, height } = element.getBoundingClientRect();
    const { rect } = hover;
    const left = Math.max(AWAY, Math.min(rect.left, window.innerWidth - width - AWAY));
    const below = rect.bottom + AWAY;
    const top = below + height < window.innerHeight ? below : rect.top - height - AWAY;
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${Math.max(AWAY, top)}px`);
  }, [hover]);
  if (!hover || !finding) return null;
  return createPortal(
    <div
      ref={box}
      className="hover-card"
      onPointerEnter={() => app.holdHover(true)}
      onPointerLeave={() => app.holdHover(false)}
    >
      <FindingCard finding={finding} />
    </div>,
    document.body,
  );
}

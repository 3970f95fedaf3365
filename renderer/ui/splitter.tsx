import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';

interface Props {
  readonly label: string;
  /** Id of the pane that it makes wider. */
  readonly controls: string;
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** Which side of the line the pane is on. */
  readonly pane: 'left' | 'right';
  /** CSS pixels at 100 % per screen pixel. */
  readonly scale: number;
  readonly onChange: (width: number) => void;
}

const STEP = 16;

/** Keeps a width between the least and the most, in whole pixels. */
export function clampWidth(width: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(most, width)));
}

/** A line that can be dragged, or moved with the arrow keys, to make a pane wider or narrower. */
export function Splitter(props: Props) {
  const { label, controls, width, least, most, usual, pane, scale, onChange } = props;
  const from = useRef<{ x: number; width: number } | null>(null);
  const set = (next: number) => onChange(clampWidth(next, least, most));
  const sign = pane === 'left' ? 1 : -1;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (from.current) set(from.current.width + sign * (event.clientX - from.current.x) * scale);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: width + sign * STEP,
      ArrowLeft: width - sign * STEP,
      Home: least,
      End: most,
      Enter: usual,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator with a value; hr cannot be one
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onDoubleClick={() => set(usual)}
      onKeyDown={onKeyDown}
    />
  );
}

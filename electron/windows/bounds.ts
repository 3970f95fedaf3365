import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 600;

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
/** Bounds by arrangement of displays: who works at two desks gets each desk's window back. */
export const rememberedBounds = z.record(z.string(), bounds);
export type RememberedBounds = z.infer<typeof rememberedBounds>;

/** A name for an arrangement of displays: their places and sizes. */
export function displaysKey(displays: readonly Bounds[]): string {
  return displays
    .map(({ x, y, width, height }) => `${x},${y},${width}x${height}`)
    .sort()
    .join(' ');
}

/** The remembered bounds when enough of them is still on a display to be seen and moved, else null. */
export function visibleBounds(
  remembered: Bounds | undefined,
  displays: readonly Bounds[],
): Bounds | null {
  if (!remembered) return null;
  const width = Math.max(MIN_WIDTH, remembered.width);
  const height = Math.max(MIN_HEIGHT, remembered.height);
  const seen = displays.some((display) => {
    const across =
      Math.min(remembered.x + width, display.x + display.width) - Math.max(remembered.x, display.x);
    const top = remembered.y >= display.y - 1 && remembered.y < display.y + display.height - 40;
    return across >= 160 && top;
  });
  return seen ? { x: remembered.x, y: remembered.y, width, height } : null;
}

import { describe, expect, it } from 'vitest';
import { clampWidth } from '../../../renderer/ui/splitter';

describe('splitter', () => {
  it('keeps a width inside its bounds, in whole pixels', () => {
    expect(clampWidth(271.6, 200, 480)).toBe(272);
    expect(clampWidth(10, 200, 480)).toBe(200);
    expect(clampWidth(9999, 200, 480)).toBe(480);
  });
});

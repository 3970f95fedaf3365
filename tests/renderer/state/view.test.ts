import { describe, expect, it } from 'vitest';
import { createStore } from '../../../renderer/state/store';
import { nextZoom, roomFor, ZOOMS } from '../../../renderer/state/view-actions';
import { ago, bytesWords, checkTitle, countOf, languageName } from '../../../renderer/state/words';

describe('view', () => {
  it('folds the list first, then the inspector, and counts zoom as a smaller window', () => {
    expect(roomFor(1920, 100)).toBe('wide');
    expect(roomFor(1280, 100)).toBe('medium');
    expect(roomFor(1000, 100)).toBe('narrow');
    expect(roomFor(1280, 200)).toBe('narrow');
    expect(roomFor(1280, 75)).toBe('wide');
  });

  it('steps through zooms and stays inside them', () => {
    expect(nextZoom(100, 1)).toBe(110);
    expect(nextZoom(105, -1)).toBe(100);
    expect(nextZoom(300, 1)).toBe(300);
    expect(nextZoom(50, -1)).toBe(50);
    expect(nextZoom(175, 0)).toBe(100);
    for (const zoom of ZOOMS.slice(1, -1)) expect(nextZoom(nextZoom(zoom, 1), -1)).toBe(zoom);
  });

  it('wakes subscribers only when something changed', () => {
    const store = createStore({ a: 1, b: 2 });
    let woken = 0;
    const stop = store.subscribe(() => {
      woken += 1;
    });
    store.set({ a: 1 });
    expect(woken).toBe(0);
    store.set((state) => ({ a: state.a + 1 }));
    expect(store.get()).toEqual({ a: 2, b: 2 });
    stop();
    store.set({ b: 3 });
    expect(woken).toBe(1);
  });

  it('writes times, sizes and counts as people do', () => {
    const now = new Date(2026, 9, 14, 12).getTime();
    const since = (minutes: number) => ago(now - minutes * 60_000, now);
    expect([since(0.2), since(7), since(130), since(60 * 30)]).toEqual([
      'now',
      '7 min',
      '2 h',
      'yesterday',
    ]);
    expect(since(60 * 24 * 10)).toBe('Oct 4');
    expect(since(60 * 24 * 400)).toContain('2025');
    expect(ago(now + 5000, now)).toBe('now');
    expect(bytesWords(2_400_000)).toBe('2.4 MB');
    expect(countOf(1, 'repair')).toBe('1 repair');
    expect(countOf(1200, 'word')).toBe('1,200 words');
    expect(languageName('en-GB')).toBe('English (UK)');
    expect(languageName('not a language')).toBe('not a language');
    expect(checkTitle('no-such-check')).toBe('No such check');
  });
});

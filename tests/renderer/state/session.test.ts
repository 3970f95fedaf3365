import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '#core/util/result';
import type { SessionState } from '../../../renderer/state/session';
import { createSession, RETRY_AFTER, SAVE_AFTER } from '../../../renderer/state/session';
import { aStory, fakeDesk, saved } from './fake-desk';

const REF = 'pump-house.galley';

function setUp() {
  const desk = fakeDesk();
  const states: (SessionState | null)[] = [];
  const session = createSession(desk, (state) => states.push(state));
  session.start({ ref: REF, story: aStory(), revision: 'r0' });
  return { desk, session, states };
}

describe('session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves within a second of the last keystroke, and only once', async () => {
    const { desk, session } = setUp();
    desk.next('library.save', saved('r1'));
    session.edited(aStory('A'));
    await vi.advanceTimersByTimeAsync(300);
    const last = aStory('AB');
    session.edited(last);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER - 1);
    expect(desk.named('library.save')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(SAVE_AFTER).toBeLessThanOrEqual(1000);
    expect(desk.named('library.save')).toEqual([[REF, last, 'r0']]);
    expect(session.state()?.save).toBe('saved');
    expect(session.state()?.savedAt).toBe(1000);
  });

  it('saves during unbroken typing after five seconds at the latest', async () => {
    const { desk, session } = setUp();
    desk.next('library.save', saved('r1'));
    for (let at = 0; at < 5200; at += 400) {
      session.edited(aStory(`text ${at}`));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(desk.named('library.save').length).toBeGreaterThanOrEqual(1);
  });

  it('names the revision of the last save and saves again what was typed meanwhile', async () => {
    const { desk, session } = setUp();
    let answer: (value: ReturnType<typeof saved>) => void = () => {};
    desk.next(
      'library.save',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    desk.next('library.save', saved('r2'));
    session.edited(aStory('one'));
    const flushed = session.flush();
    const second = aStory('two');
    session.edited(second);
    answer(saved('r1'));
    expect(await flushed).toBe(true);
    expect(desk.named('library.save')[1]).toEqual([REF, second, 'r1']);
    expect(desk.named('library.save')).toHaveLength(2);
  });

  it('flushes at once and does not write when nothing changed', async () => {
    const { desk, session } = setUp();
    expect(await session.flush()).toBe(true);
    expect(desk.calls).toHaveLength(0);
    desk.next('library.save', saved('r1'));
    session.edited(aStory('now'));
    expect(await session.flush()).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(desk.named('library.save')).toHaveLength(1);
  });

  it('stops saving on a conflict until it is settled, then keeps mine', async () => {
    const { desk, session } = setUp();
    desk.next('library.save', fail('conflict', 'changed'));
    session.edited(aStory('mine'));
    expect(await session.flush()).toBe(false);
    expect(session.state()?.conflict).toBe('changed');
    const mine = aStory('mine, more');
    session.edited(mine);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.named('library.save')).toHaveLength(1);
    desk.next('library.overwrite', saved('r9'));
    expect(await session.resolve('mine')).toBeNull();
    expect(desk.named('library.overwrite')).toEqual([[REF, mine]]);
    expect(session.state()).toMatchObject({ conflict: null, save: 'saved' });
    desk.next('library.save', saved('r10'));
    session.edited(aStory('later'));
    await session.flush();
    expect(desk.named('library.save')[1]?.[2]).toBe('r9');
  });

  it('takes theirs: reads the file again and shows it', async () => {
    const { desk, session } = setUp();
    await session.diskChanged(REF, 'other');
    expect(session.state()?.conflict).toBe('changed');
    const theirs = { ref: REF, story: aStory('theirs'), revision: 'other' };
    desk.next('library.open', ok(theirs));
    expect(await session.resolve('theirs')).toEqual(theirs);
    expect(session.state()).toMatchObject({ conflict: null, save: 'saved' });
  });

  it('keeps both: what is on the sheet becomes another story', async () => {
    const { desk, session } = setUp();
    const mine = aStory('mine');
    session.edited(mine);
    await session.diskChanged(REF, 'other');
    const copy = { ref: 'pump-house-2.galley', story: mine, revision: 'c1' };
    desk.next('library.save-copy', ok(copy));
    expect(await session.resolve('both')).toEqual(copy);
    expect(session.state()?.ref).toBe('pump-house-2.galley');
    expect(desk.named('library.save-copy')).toEqual([[REF, mine]]);
  });

  it('stays in conflict and tells why when settling fails', async () => {
    const { desk, session } = setUp();
    await session.diskChanged(REF, 'other');
    desk.next('library.overwrite', fail('io', 'The disk is full'));
    expect(await session.resolve('mine')).toBeNull();
    expect(session.state()).toMatchObject({
      conflict: 'changed',
      failure: { message: 'The disk is full' },
    });
  });

  it('takes news of its own save for what it is, also while that is under way', async () => {
    const { desk, session } = setUp();
    let answer: (value: ReturnType<typeof saved>) => void = () => {};
    desk.next(
      'library.save',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    session.edited(aStory('mine'));
    const flushed = session.flush();
    const news = session.diskChanged(REF, 'r1');
    answer(saved('r1'));
    await flushed;
    await news;
    expect(session.state()?.conflict).toBeNull();
    await session.diskChanged('another.galley', 'x');
    expect(session.state()?.conflict).toBeNull();
    await session.diskChanged(REF, null);
    expect(session.state()?.conflict).toBe('gone');
  });

  it('tries a failed save again and forgets the failure when it works', async () => {
    const { desk, session } = setUp();
    desk.next('library.save', fail('io', 'The disk is full'));
    desk.next('library.save', saved('r1'));
    session.edited(aStory('text'));
    expect(await session.flush()).toBe(false);
    expect(session.state()).toMatchObject({ save: 'failed', failure: { code: 'io' } });
    await vi.advanceTimersByTimeAsync(RETRY_AFTER);
    expect(session.state()).toMatchObject({ save: 'saved', failure: null });
  });

  it('drops the answer of a save when another story was opened meanwhile', async () => {
    const { desk, session } = setUp();
    let answer: (value: ReturnType<typeof saved>) => void = () => {};
    desk.next(
      'library.save',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    session.edited(aStory('text'));
    const flushed = session.flush();
    session.start({ ref: 'b.galley', story: aStory('b'), revision: 'b0' });
    answer(saved('r1'));
    await flushed;
    expect(session.state()).toMatchObject({ ref: 'b.galley', savedAt: null });
    session.stop();
    expect(session.state()).toBeNull();
  });
});

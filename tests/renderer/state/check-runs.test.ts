import { describe, expect, it, vi } from 'vitest';
import type { Story } from '#core/article/model';
import { textBlock } from '#core/article/story';
import { addToStory } from '#core/checks/lexicon';
import { PLAIN_BOOK } from '#core/checks/style-book';
import type { Finding } from '#core/checks/types';
import type { EditorApi } from '../../../renderer/editor/api';
import type { AppState } from '../../../renderer/state/app-state';
import { INITIAL } from '../../../renderer/state/app-state';
import { createCheckRuns } from '../../../renderer/state/check-runs';
import type { MakeChecker } from '../../../renderer/state/checking';
import { createStore } from '../../../renderer/state/store';
import { aStory, fakeDesk } from './fake-desk';

const TEXT = 'The pump howse reopened near the web site.';

function finding(check: string, words: string): Finding {
  const start = TEXT.indexOf(words);
  return {
    key: `${check}|${words}`,
    block: 'b2',
    start,
    end: start + words.length,
    message: 'm',
    fact: 'f',
    check,
    severity: 'warning',
    kind: 'paragraph',
    actual: words,
    why: '',
    fixes: [],
    related: [],
  };
}

function setUp() {
  const store = createStore<AppState>({
    ...INITIAL,
    ref: 'pump.galley',
    story: aStory(TEXT),
    book: PLAIN_BOOK,
  });
  let now = aStory(TEXT);
  let caret: { block: string; start: number; end: number } | null = null;
  const editor = {
    story: () => now,
    showFindings: vi.fn(),
    selection: () => caret,
  } as unknown as EditorApi;
  const workers: { events: Parameters<MakeChecker>[0]; setBook: ReturnType<typeof vi.fn> }[] = [];
  const make: MakeChecker = (events) => {
    const setBook = vi.fn();
    workers.push({ events, setBook });
    return { setBook, setAlways: vi.fn(), update: vi.fn(), dispose: vi.fn() };
  };
  const ctx = { desk: fakeDesk(), store, session: null as never, editor: () => editor };
  const runs = createCheckRuns(ctx, make, make);
  runs.start();
  const [own, spelling] = workers;
  if (!own || !spelling) throw new Error('no workers');
  const say = (worker: typeof own, findings: readonly Finding[], story: Story = now) =>
    worker.events.onResult({ findings, dismissed: [], troubles: [] }, story);
  const edit = (next: (story: Story) => Story) => {
    now = next(now);
    store.set({ story: now });
    runs.update(now);
  };
  const shown = () => store.get().check.findings.map(({ actual, start }) => `${actual} ${start}`);
  const caretTo = (at: typeof caret) => {
    caret = at;
    runs.caretAt(at);
  };
  return { store, runs, own, spelling, say, edit, shown, caretTo, story: () => now };
}

const WORD = finding('spelling', 'howse');
const SITE = finding('house-spelling', 'web site');

describe('the two check workers', () => {
  it('show what each found in reading order, and how many checks have looked', () => {
    const { store, runs, own, spelling, say, shown, story } = setUp();
    runs.update(story());
    expect(store.get().check.checks).toBeNull();
    say(own, [SITE]);
    const half = store.get().check;
    expect(half.checks).toBeLessThan(half.of);
    expect(half.spelling.running).toBe(true);
    expect(store.get().spoken).toBe('');
    say(spelling, [WORD]);
    expect(shown()).toEqual(['howse 9', 'web site 33']);
    expect(store.get().check.checks).toBe(half.of);
    expect(store.get().spoken).toContain('2 findings');
  });

  it('what was found when the story was opened is known when both have looked', () => {
    const { store, own, spelling, say } = setUp();
    say(own, [SITE]);
    expect(store.get().seen.opened).toBeNull();
    say(spelling, [WORD]);
    expect(store.get().seen.opened).toHaveLength(2);
  });

  it('the later one’s findings move with the words until it has read again', () => {
    const { own, spelling, say, edit, shown, story } = setUp();
    say(own, [SITE]);
    say(spelling, [WORD]);
    edit(({ article, ...rest }) => ({
      ...rest,
      article: { blocks: article.blocks.with(1, textBlock('b2', 'paragraph', `Now: ${TEXT}`)) },
    }));
    say(own, [{ ...SITE, start: SITE.start + 5, end: SITE.end + 5 }]);
    expect(shown()).toEqual(['howse 14', 'web site 38']);
    say(spelling, [], story());
    expect(shown()).toEqual(['web site 38']);
  });

  it('a dismissal and a lexicon’s word hold before anybody has checked again', () => {
    const { own, spelling, say, edit, shown } = setUp();
    say(own, []);
    say(spelling, [WORD]);
    edit((story) => addToStory(story, { word: 'howse', by: '', at: '' }));
    say(own, []);
    expect(shown()).toEqual([]);
  });

  it('a word that is being typed is told when the caret leaves it', () => {
    const { own, spelling, say, shown, caretTo } = setUp();
    const at = (offset: number) => ({ block: 'b2', start: offset, end: offset });
    caretTo(at(WORD.end));
    say(own, []);
    say(spelling, [WORD]);
    expect(shown()).toEqual([]);
    caretTo(at(WORD.end + 1));
    expect(shown()).toEqual(['howse 9']);
    caretTo({ block: 'b2', start: WORD.start, end: WORD.end });
    say(spelling, [WORD]);
    expect(shown()).toEqual(['howse 9']);
  });

  it('the lexicons of story and library reach the workers as the book’s, once', () => {
    const { runs, own, spelling, edit, story } = setUp();
    runs.setBook(PLAIN_BOOK);
    runs.setLexicon([{ word: 'halloumi', by: '', at: '' }]);
    edit((before) => addToStory(before, { word: 'howse', by: '', at: '' }));
    const sent = (worker: typeof own) => worker.setBook.mock.calls.map(([book]) => book.lexicon);
    expect(sent(own)).toEqual([[], ['howse', 'halloumi']]);
    runs.update(story());
    expect(sent(spelling)).toEqual(sent(own));
  });

  it('without Harper the desk says so once and goes on', () => {
    const { store, own, spelling, say, shown } = setUp();
    spelling.events.onTrouble('Spelling stopped: no such file');
    spelling.events.onTrouble('Spelling stopped: no such file');
    expect(store.get().notices.map(({ text }) => text)).toEqual([
      'Spelling stopped: no such file. Galley’s own checks go on.',
    ]);
    say(own, [SITE]);
    expect(shown()).toEqual(['web site 33']);
    expect(store.get().check.spelling.failed).toBe(true);
    expect(store.get().seen.opened).toHaveLength(1);
  });

  it('a result of the story that was open before is left aside', () => {
    const { own, say, shown, story } = setUp();
    say(own, [SITE], { ...story(), id: 'another' });
    expect(shown()).toEqual([]);
  });
});

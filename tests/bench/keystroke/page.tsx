/** Two pages in one: `?galley` shows our editor with its findings, `?bare` Lexical's rich text with the same words. */
import '@fontsource-variable/inter';
import '@fontsource-variable/newsreader';
import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { figureBlock, newStory, textBlock } from '#core/article/story';
import type { Finding } from '#core/checks/types';
import type { EditorApi, EditorEvents } from '../../../renderer/editor';
import { GalleyEditor } from '../../../renderer/editor';
import '../../../renderer/styles/tokens.css';

const WORDS =
  'harbour council ferry night vote delays second study cost crews operators between east landing mill docks members asked'.split(
    ' ',
  );

/** 200 paragraphs of 50 words: the same on every run. */
const paragraphs = Array.from({ length: 200 }, (_, block) =>
  Array.from(
    { length: 50 },
    (_, at) => WORDS[(block * 7 + at * 3 + ((at * at) % 5)) % WORDS.length],
  ).join(' '),
);

const story = newStory({
  id: 's',
  slug: 'bench',
  article: {
    blocks: paragraphs.map((text, at) =>
      at % 25 === 24
        ? figureBlock(`f${at}`, 'p', text, 'Ana Ruiz')
        : textBlock(`b${at}`, 'paragraph', text),
    ),
  },
});

const SEVERITIES = ['error', 'warning', 'suggestion'] as const;
const findings: Finding[] = Array.from({ length: 500 }, (_, at) => {
  const index = Math.floor((at * paragraphs.length) / 500);
  const start = 10 + (at % 5) * 30;
  return {
    block: index % 25 === 24 ? `f${index}.caption` : `b${index}`,
    start,
    end: start + 12,
    key: `k${at}`,
    check: 'bench',
    severity: SEVERITIES[at % 3] ?? 'error',
    kind: 'paragraph',
    actual: '',
    message: '',
    fact: '',
    why: '',
    fixes: [],
    related: [],
  };
});

const nothing: EditorEvents = {
  onChange: () => {},
  onSelection: () => {},
  onFinding: () => {},
  onHistory: () => {},
  onPictures: () => {},
};
const options = { smartQuotes: true, smartDashes: true, photoAddress: () => null };

const painted = () =>
  new Promise<number>((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    });
  });

async function open(kind: 'galley' | 'bare'): Promise<number> {
  const place = document.getElementById('desk') as HTMLElement;
  await document.fonts.ready;
  const started = performance.now();
  if (kind === 'galley') {
    let api: EditorApi | undefined;
    flushSync(() =>
      createRoot(place).render(
        <GalleyEditor
          events={nothing}
          options={options}
          ref={(given) => {
            api = given ?? undefined;
          }}
        />,
      ),
    );
    api?.load(story);
    api?.showFindings(findings, 'k3');
  } else {
    const root = document.createElement('div');
    root.contentEditable = 'true';
    root.className = 'bare';
    root.spellcheck = false;
    place.append(root);
    const editor = buildEditorFromExtensions(RichTextExtension, HistoryExtension);
    editor.setRootElement(root);
    editor.update(
      () => {
        $getRoot().clear();
        for (const text of paragraphs) {
          $getRoot().append($createParagraphNode().append($createTextNode(text)));
        }
      },
      { discrete: true },
    );
  }
  return (await painted()) - started;
}

/** Keystroke to next paint: from the key event to the first task after the frame that shows it. */
const times: number[] = [];
window.addEventListener(
  'keydown',
  (event) => {
    const started = event.timeStamp;
    void painted().then((at) => times.push(at - started));
  },
  { capture: true },
);

declare global {
  interface Window {
    bench: { open: typeof open; times: number[]; scripting: number[]; place: (at: number) => void };
  }
}
/** Script time of a keystroke alone: from keydown to the end of the tasks it queued before the frame. */
const scripting: number[] = [];
window.addEventListener(
  'keydown',
  () => {
    const started = performance.now();
    requestAnimationFrame(() => scripting.push(performance.now() - started));
  },
  { capture: true },
);

window.bench = {
  open,
  times,
  scripting,
  /** Puts the caret into the middle of the block at an index. */
  place(at) {
    const root = document.querySelector<HTMLElement>('[contenteditable=true]');
    const block = root?.children[at];
    const walker = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const text = walker?.nextNode();
    if (!root || !text) throw new Error(`No text in block ${at}`);
    root.focus({ preventScroll: true });
    getSelection()?.collapse(text, Math.floor((text.nodeValue ?? '').length / 2));
    block?.scrollIntoView({ block: 'center' });
  },
};
const style = document.createElement('style');
style.textContent =
  '.bare{width:660px;margin:40px auto;padding:40px;font:18.5px/27px "Newsreader Variable";outline:none}';
document.head.append(style);
document.documentElement.style.fontSize = '10px';
document.documentElement.dataset['ready'] = '';

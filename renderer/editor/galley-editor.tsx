import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { EditorApi, EditorEvents, EditorOptions } from './api';
import { createDeskEditor } from './desk-editor';
import './editor.css';

export interface GalleyEditorProps {
  readonly ref?: Ref<EditorApi>;
  /** Called once, when the editor can be given a story. */
  readonly onReady?: (api: EditorApi) => void;
  readonly events: EditorEvents;
  readonly options: EditorOptions;
}

/** The sheet: the open story, set as type and editable. It keeps its own story; load one through its api. */
export function GalleyEditor({ ref, onReady, events, options }: GalleyEditorProps) {
  const [desk] = useState(() => createDeskEditor(events, options));
  const sheet = useRef<HTMLDivElement>(null);
  const ready = useRef(false);
  useImperativeHandle(ref, () => desk.api, [desk]);
  useLayoutEffect(() => {
    desk.setEvents(events);
  }, [desk, events]);
  useLayoutEffect(() => {
    desk.setOptions(options);
  }, [desk, options]);
  useLayoutEffect(() => (sheet.current ? desk.attach(sheet.current) : undefined), [desk]);
  useEffect(() => {
    if (ready.current) return;
    ready.current = true;
    onReady?.(desk.api);
  }, [desk, onReady]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rich text cannot live in a textarea
    <div
      ref={sheet}
      className="sheet"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label="Story"
      spellCheck={false}
      autoCorrect="off"
      autoCapitalize="off"
      tabIndex={0}
    />
  );
}

import { useEffect } from 'react';
import type { App } from '../../state/app';

/** Keys, pastes and leaving the window: what the whole desk listens to. */
export function useShellEvents(app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { info, dialog, session, drawer } = app.store.get();
      // A dialog has the keyboard to itself.
      if (dialog || session?.conflict) return;
      if (event.key === 'Escape' && drawer) {
        app.store.set({ drawer: null });
        return;
      }
      const command = app.commands.forKey(event, info?.platform ?? 'linux');
      if (!command) return;
      // In a field, undo and redo are the field's own.
      if (/^edit\.(?:undo|redo)$/u.test(command.id) && inField(event.target)) return;
      if (!app.commands.enabled(command.id)) return;
      event.preventDefault();
      app.commands.run(command.id);
    };
    const onPaste = (event: ClipboardEvent) => {
      const { dialog, view, ref } = app.store.get();
      if (dialog || inField(event.target) || inSheet(event.target)) return;
      if (view === 'galley' && ref) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      if (files.length > 0) void app.library.importFiles(files);
      else void app.library.importText(text);
    };
    const onBlur = () => void app.session.flush();
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('paste', onPaste);
    window.addEventListener('blur', onBlur);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('paste', onPaste);
      window.removeEventListener('blur', onBlur);
    };
  }, [app]);
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function inSheet(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { STORY_ENDING, STORY_FILE } from './story-folder';

export interface LibraryWatch {
  /** Also looks into this story's folder. */
  readonly add: (ref: string) => void;
  readonly remove: (ref: string) => void;
  readonly close: () => void;
}

export interface LibraryWatchEvents {
  /** Story folders came, went or changed their names. */
  readonly onFolders: (refs: readonly string[]) => void;
  /** The file of a watched story may have changed. */
  readonly onStory: (ref: string) => void;
}

/** Milliseconds: programs write a file in several steps. */
const SETTLE = 150;

/**
 * Watches the library folder and the stories that were opened. Each folder is watched by itself: a recursive watch of a
 * library of thousands is costly where the system does not offer one. Without any watching (some network shares) saving
 * still notices a changed file.
 */
export function watchLibrary(root: string, events: LibraryWatchEvents): LibraryWatch {
  const stories = new Map<string, FSWatcher>();
  const folders = new Set<string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const tell = () => {
    const refs = [...folders];
    const files = [...changed];
    folders.clear();
    changed.clear();
    if (refs.length > 0) events.onFolders(refs);
    for (const ref of files) events.onStory(ref);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLE);
  };
  const start = (folder: string, onName: (name: string | null) => void): FSWatcher | undefined => {
    try {
      const watcher = watch(folder, { persistent: false }, (_type, name) => onName(name));
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  };

  const library = start(root, (name) => {
    if (name !== null && (!name.endsWith(STORY_ENDING) || name.startsWith('.'))) return;
    for (const ref of name === null ? stories.keys() : [name]) {
      folders.add(ref);
      if (stories.has(ref)) changed.add(ref);
    }
    soon();
  });

  const remove = (ref: string) => {
    stories.get(ref)?.close();
    stories.delete(ref);
  };

  return {
    add(ref) {
      remove(ref);
      const watcher = start(join(root, ref), (name) => {
        if (name !== null && name !== STORY_FILE) return;
        changed.add(ref);
        soon();
      });
      if (watcher) stories.set(ref, watcher);
    },
    remove,
    close() {
      clearTimeout(timer);
      library?.close();
      for (const ref of [...stories.keys()]) remove(ref);
    },
  };
}

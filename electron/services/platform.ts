import type { EventName, Events, Settings } from '#core/ipc/contract';

/** A row of a file dialog's type list. */
export interface FileFilter {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

export interface PlatformPaths {
  /** Settings and caches. */
  readonly userData: string;
  readonly documents: string;
  /** Style books and samples that ship with the app. */
  readonly assets: string;
}

/**
 * What services need from the machine around them. The app gives them Electron's; the command line and the tests give
 * their own, so that no service knows Electron.
 */
export interface Platform {
  readonly version: string;
  readonly shell: 'electron' | 'browser';
  readonly paths: PlatformPaths;
  /** Empty when the dialog was cancelled. */
  readonly chooseFiles: (
    title: string,
    filters: readonly FileFilter[],
  ) => Promise<readonly string[]>;
  /** null when the dialog was cancelled. */
  readonly chooseFolder: (title: string, current: string) => Promise<string | null>;
  /** null when the dialog was cancelled. */
  readonly chooseSave: (title: string, name: string, filter: FileFilter) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  readonly reveal: (path: string) => void;
  readonly openExternal: (address: string) => Promise<void>;
  readonly setTheme: (theme: Settings['theme']) => void;
  /** Sends an event to every window. */
  readonly broadcast: <Name extends EventName>(event: Name, payload: Events[Name]) => void;
}

/** A part of the main process with its own life: `boot` before the first window, `shutdown` before the app ends. */
export interface Lifecycle {
  readonly boot?: () => Promise<void>;
  readonly shutdown?: () => Promise<void>;
}

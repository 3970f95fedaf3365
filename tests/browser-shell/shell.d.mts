import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

export interface ShellOptions {
  /** Folder with main.js and preload.cjs; the project's dist by default. */
  readonly dist?: string;
  /** Main module, when it is not `<dist>/main.js`. */
  readonly main?: string;
  readonly userData: string;
  readonly documents: string;
  readonly downloads?: string;
  /** Where `shell.trashItem` puts things; `<userData>/trash` by default. */
  readonly trash?: string;
  readonly headless?: boolean;
  /** Command line arguments of the app. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly execArgv?: readonly string[];
  readonly locale?: string;
  /** The system's theme. */
  readonly theme?: 'light' | 'dark';
  readonly screen?: { readonly width: number; readonly height: number };
  /** A running browser to use; otherwise the shell starts and ends one. */
  readonly browser?: Browser;
  readonly contextOptions?: BrowserContextOptions;
  /** Prints what the main process prints. */
  readonly echo?: boolean;
  /** Milliseconds to wait for a window or for quitting. */
  readonly timeout?: number;
}

export interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message' | 'error';
  readonly options: {
    readonly title?: string;
    readonly message?: string;
    readonly buttons?: readonly string[];
    readonly defaultPath?: string;
    readonly [key: string]: unknown;
  };
}

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly submenu?: readonly MenuEntry[];
}

/**
 * Something a test may want to know. Kinds: `unimplemented`, `outside` (a request that would have left the machine),
 * `dialog` (unanswered), `error-box`, `page-error`, `console-…`, `crash`, `rejection`, `shell-error`, `trash`, `reveal`,
 * `external`, `open-path`, `recent`, `popup`.
 */
export interface Note {
  readonly kind: string;
  readonly text: string;
}

export interface BrowserShell {
  readonly context: BrowserContext;
  readonly pid: number;
  /** Resolves with the exit code or the signal's name. */
  readonly exited: Promise<number | string>;
  readonly firstWindow: () => Promise<Page>;
  readonly windows: () => readonly Page[];
  /** Runs a function in the main process with the `electron` module; it sees nothing from around it. */
  readonly evaluate: <Argument, Answer>(
    run: (electron: typeof import('electron'), argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ) => Promise<Answer>;
  /** Whether the app's permission handler grants something to a page. */
  readonly permission: (permission: string, origin?: string) => Promise<boolean>;
  readonly setSystemTheme: (theme: 'light' | 'dark') => Promise<void>;
  readonly dialogs: {
    /** Lays an answer ready for the next dialog of the kind; null cancels. */
    readonly answerOpen: (paths: readonly string[] | null) => Promise<void>;
    readonly answerSave: (path: string | null) => Promise<void>;
    /** A button by its label or its place. */
    readonly answerMessage: (button: string | number) => Promise<void>;
    readonly shown: () => Promise<readonly ShownDialog[]>;
  };
  readonly menus: {
    readonly template: () => Promise<readonly MenuEntry[] | null>;
    /** Chooses an item by its id; fails when it is greyed out. */
    readonly click: (id: string) => Promise<void>;
  };
  readonly notes: (kind?: string) => readonly Note[];
  /** What the main process has printed. */
  readonly output: () => string;
  /** Quits as the user would; resolves with the exit code. */
  readonly close: () => Promise<number | string>;
  /** Ends the process at once, as a crash does. */
  readonly kill: () => Promise<void>;
}

/** Starts Chromium for any number of shells. */
export function launchChromium(options?: {
  readonly headless?: boolean;
  readonly args?: readonly string[];
}): Promise<Browser>;

/** Starts the app; resolves when its main module is running. */
export function launchBrowserShell(options: ShellOptions): Promise<BrowserShell>;

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventName, Events } from '#core/ipc/contract';
import { createServices } from '../../electron/services/index';
import type { LibraryOptions } from '../../electron/services/library';
import type { Platform } from '../../electron/services/platform';

export interface Sent {
  readonly event: EventName;
  readonly payload: unknown;
}

/** A machine for services: scripted dialogs, a trash that removes, and a record of everything that was asked. */
export interface TestPlatform extends Platform {
  readonly folder: string;
  readonly sent: readonly Sent[];
  readonly revealed: readonly string[];
  readonly opened: readonly string[];
  readonly themes: readonly string[];
  /** Answers of the next dialogs. */
  readonly answers: { files: string[]; folder: string | null; save: string | null };
  /** The next event of this name (or one already sent) that fits. */
  readonly event: <Name extends EventName>(
    name: Name,
    fits?: (payload: Events[Name]) => boolean,
  ) => Promise<Events[Name]>;
}

/** A fresh temporary folder, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A platform with its own folders below a temporary one. */
export async function testPlatform(given?: string): Promise<TestPlatform> {
  const folder = given ?? (await temporaryFolder());
  const sent: Sent[] = [];
  const revealed: string[] = [];
  const opened: string[] = [];
  const themes: string[] = [];
  const answers: TestPlatform['answers'] = { files: [], folder: null, save: null };
  const listeners = new Set<(sent: Sent) => void>();
  return {
    folder,
    sent,
    revealed,
    opened,
    themes,
    answers,
    version: '0.0.0',
    shell: 'browser',
    paths: {
      userData: join(folder, 'data'),
      documents: join(folder, 'documents'),
      assets: new URL('../../assets', import.meta.url).pathname,
    },
    chooseFiles: async () => answers.files,
    chooseFolder: async () => answers.folder,
    chooseSave: async () => answers.save,
    trash: (path) => rm(path, { recursive: true }),
    reveal: (path) => revealed.push(path),
    openExternal: async (address) => {
      opened.push(address);
    },
    setTheme: (theme) => themes.push(theme),
    broadcast(event, payload) {
      const entry = { event, payload };
      sent.push(entry);
      for (const listener of [...listeners]) listener(entry);
    },
    event: (name, fits = () => true) =>
      new Promise((resolve) => {
        const look = (entry: Sent) => {
          if (entry.event !== name || !fits(entry.payload as never)) return;
          listeners.delete(look);
          resolve(entry.payload as never);
        };
        listeners.add(look);
        for (const entry of sent) look(entry);
      }),
  };
}

/** Booted services on a fresh platform, shut down when the test is over. */
export async function testServices(library: LibraryOptions = { watch: false }, folder?: string) {
  const platform = await testPlatform(folder);
  const services = createServices(platform, { library });
  await services.boot();
  onTestFinished(() => services.shutdown());
  return { platform, services, library: services.library, root: services.library.folder() };
}

/** The value of a success; throws the failure's message otherwise. */
export function must<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly message: string },
): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

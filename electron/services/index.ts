import type { MethodName } from '#core/ipc/contract';
import type { Handlers } from '../ipc/handler';
import { createAppInfo } from './app-info';
import { createCaptionCodes } from './caption-codes';
import { createDismissals } from './dismissals';
import { createExporting } from './exporting';
import { createImporting } from './importing';
import { createLexicon } from './lexicon';
import type { LibraryOptions } from './library';
import { createLibrary } from './library';
import { createLinks } from './links';
import { createMetadata } from './metadata/index';
import { createPhotos } from './photos';
import { createPictureWorker } from './pictures/pool';
import type { Lifecycle, Platform } from './platform';
import { createSettings } from './settings';
import { createStyleBooks } from './stylebooks';
import { createTasks } from './tasks';
import { createThumbnails } from './thumbnails';

/** Methods that the windows answer, because they act on one of them. */
export type WindowMethods = Extract<MethodName, `window.${string}`>;

/** Every service, in the order in which they boot; they shut down in the opposite one. */
export function createServices(
  platform: Platform,
  options: {
    readonly library?: LibraryOptions;
    /** The built worker for pictures; without one the work is done in this thread. */
    readonly pictureWorker?: string;
  } = {},
) {
  const settings = createSettings(platform);
  const tasks = createTasks(platform);
  const library = createLibrary(platform, settings, options.library);
  const stylebooks = createStyleBooks(platform, library, tasks);
  const metadata = createMetadata(platform);
  const importing = createImporting(platform, settings, library, tasks, metadata);
  const exporting = createExporting(platform, library, stylebooks, settings, metadata);
  const pictures = createPictureWorker(options.pictureWorker ?? null);
  const thumbnails = createThumbnails(platform, metadata, pictures);
  const photos = createPhotos(platform, library, metadata, tasks, pictures, thumbnails);
  const captionCodes = createCaptionCodes(platform);
  const dismissals = createDismissals(library);
  const lexicon = createLexicon(platform, library);
  const links = createLinks(platform);
  const appInfo = createAppInfo(platform, settings, library);

  const all: readonly Lifecycle[] = [
    settings,
    tasks,
    library,
    stylebooks,
    metadata,
    importing,
    exporting,
    pictures,
    thumbnails,
    photos,
    captionCodes,
    dismissals,
    lexicon,
    links,
    appInfo,
  ];
  // A method of the contract that no service answers is missing here and does not compile.
  const handlers: Handlers<Exclude<MethodName, WindowMethods>> = {
    ...settings.handlers,
    ...tasks.handlers,
    ...library.handlers,
    ...stylebooks.handlers,
    ...importing.handlers,
    ...exporting.handlers,
    ...photos.handlers,
    ...captionCodes.handlers,
    ...dismissals.handlers,
    ...lexicon.handlers,
    ...links.handlers,
    ...appInfo.handlers,
  };

  return {
    settings,
    tasks,
    library,
    stylebooks,
    metadata,
    importing,
    exporting,
    photos,
    pictures,
    thumbnails,
    lexicon,
    handlers,
    async boot() {
      for (const service of all) await service.boot?.();
    },
    async shutdown() {
      for (const service of [...all].reverse()) await service.shutdown?.();
    },
  };
}

export type Services = ReturnType<typeof createServices>;

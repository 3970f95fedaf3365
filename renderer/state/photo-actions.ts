import type { Photo, PhotoId } from '#core/article/model';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify } from './context';
import { withAlt, withArrived, withPhotos } from './photos';

export interface PhotoActions {
  /** Asks for pictures and puts them into the text as figures. */
  readonly choose: () => Promise<void>;
  /** Copies dropped or pasted pictures into the story and puts them into the text. */
  readonly add: (files: readonly File[]) => Promise<void>;
  /** Asks for the file of a photo that the story only names. */
  readonly chooseFor: (missing: PhotoId) => Promise<void>;
  readonly addFor: (missing: PhotoId, file: File) => Promise<void>;
  readonly setAlt: (figure: string, alt: string | null) => void;
}

/** Builds the actions on photos. */
export function photoActions(ctx: Context): PhotoActions {
  const { desk, store, editor } = ctx;

  function take(answer: Result<readonly Photo[]>, use: (photos: readonly Photo[]) => void) {
    if (answer.ok) {
      if (answer.value.length > 0) use(answer.value);
    } else if (answer.code !== 'cancelled') notify(ctx, 'error', answer.message);
  }

  function insert(photos: readonly Photo[]) {
    editor()?.change((story) => withPhotos(story, photos));
    for (const photo of photos) editor()?.insertFigure(photo.id);
  }

  function arrive(missing: PhotoId) {
    return (photos: readonly Photo[]) => {
      const [first, ...rest] = photos;
      if (!first) return;
      editor()?.change((story) => withArrived(story, missing, first));
      if (rest.length > 0) insert(rest);
    };
  }

  async function bytes(file: File) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }

  return {
    choose: async () => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.choose', ref), insert);
    },
    add: async (files) => {
      const { ref } = store.get();
      if (!ref || files.length === 0) return;
      take(await desk.call('photos.add', ref, await Promise.all(files.map(bytes))), insert);
    },
    chooseFor: async (missing) => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.choose', ref), arrive(missing));
    },
    addFor: async (missing, file) => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.add', ref, [await bytes(file)]), arrive(missing));
    },
    setAlt: (figure, alt) => editor()?.change((story) => withAlt(story, figure, alt)),
  };
}

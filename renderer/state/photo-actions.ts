import type { FigureBlock, MetadataField, Photo, PhotoId, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readArticle, readingText } from '#core/article/reading';
import { approvalState, withApproval, withPhoto } from '#core/captions/approval';
import { parseCredit } from '#core/captions/credit';
import { formatCredit } from '#core/captions/format';
import { withRepairedField } from '#core/captions/metadata-repair';
import type { RightsOrder } from '#core/captions/rights';
import { acknowledging, rightsOrders } from '#core/captions/rights';
import { draftCaption } from '#core/captions/templates';
import type { PhotosAdded } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify, say } from './context';
import { leastReplacement, withAlt, withArrived, withPhotos, withReplaced } from './photos';
import { settleAll } from './unsettled';

export interface PhotoActions {
  /** Asks for pictures and puts them into the text as figures. */
  readonly choose: () => Promise<void>;
  /** Copies dropped or pasted pictures into the story and puts them into the text. */
  readonly add: (files: readonly File[]) => Promise<void>;
  /** Asks for the file of a photo that the story only names. */
  readonly chooseFor: (missing: PhotoId) => Promise<void>;
  readonly addFor: (missing: PhotoId, file: File) => Promise<void>;
  /** Reads the desk's caption codes. */
  readonly loadCodes: () => Promise<void>;
  readonly setCodes: (text: string) => Promise<void>;
  /** Asks for a folder and looks there for the files of all photos that have none. */
  readonly findMissing: () => Promise<void>;
  readonly setAlt: (figure: string, alt: string | null) => void;
  /** Makes a caption or credit read `text`: only the words that differ are changed, as one step. */
  readonly setWords: (block: string, text: string) => void;
  /** Approves the caption of a figure as it stands, or takes the approval back. */
  readonly approve: (figure: string | null) => void;
  /** Signs the first order of a figure's photo that nobody has signed, or this one. */
  readonly acknowledge: (figure: string | null, order?: RightsOrder) => void;
  /** Writes the credit in the style book's form. */
  readonly houseCredit: (figure: string | null) => void;
  /** Asks for another picture for a figure; caption and credit stay, its approval does not hold any more. */
  readonly replace: (figure: string | null) => Promise<void>;
  /** Puts the charset of a field right in the story's copy of the metadata. */
  readonly repairField: (photo: PhotoId, field: MetadataField) => void;
}

/** Builds the actions on photos. */
export function photoActions(ctx: Context): PhotoActions {
  const { desk, store, editor } = ctx;

  function take(answer: Result<PhotosAdded>, use: (photos: readonly Photo[]) => void) {
    if (answer.ok) {
      for (const { message } of answer.value.refused) notify(ctx, 'error', message);
      if (answer.value.photos.length > 0) use(answer.value.photos);
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

  const user = () => store.get().settings.user || store.get().info?.user || '';

  function figureOf(id: string | null): FigureBlock | null {
    const block = editor()
      ?.story()
      .article.blocks.find((one) => one.id === id);
    return block && isFigure(block) ? block : null;
  }

  function withFigure(id: string | null, use: (figure: FigureBlock, story: Story) => void) {
    settleAll();
    const figure = figureOf(id);
    const story = editor()?.story();
    if (figure && story) use(figure, story);
  }

  function setWords(block: string, text: string) {
    const story = editor()?.story();
    const before = story && readArticle(story.article).find((one) => one.id === block)?.text;
    if (before === undefined || before === text) return;
    editor()?.applyEdits([leastReplacement(block, before, text)]);
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
    setWords,
    approve: (figure) =>
      withFigure(figure, (block, story) => {
        const photo = story.photos.find((one) => one.id === block.photo) ?? null;
        const [caption, credit] = [
          readingText(block.caption.spans),
          readingText(block.credit.spans),
        ];
        if (caption !== '' && caption === draftCaption(photo, story.language)) {
          notify(
            ctx,
            'error',
            'This caption is a draft from the file. Edit it before you approve it.',
          );
          return;
        }
        const now = approvalState(photo, caption, credit) === 'approved';
        const approval = now ? null : { by: user(), at: new Date().toISOString() };
        editor()?.change((one) => withApproval(one, block.photo, approval, caption, credit));
        say(ctx, now ? 'Approval taken back' : 'Caption approved');
      }),
    acknowledge: (figure, order) =>
      withFigure(figure, (block, story) => {
        const photo = story.photos.find((one) => one.id === block.photo) ?? null;
        const open = order ?? rightsOrders(photo).find((one) => one.acknowledged === null);
        if (!open) return;
        const at = new Date().toISOString();
        editor()?.change((one) =>
          withPhoto(one, block.photo, (old) => acknowledging(old, open, user(), at)),
        );
        say(ctx, `Acknowledged as ${user()}`);
      }),
    houseCredit: (figure) =>
      withFigure(figure, (block) => {
        const { book } = store.get();
        const credit = parseCredit(readingText(block.credit.spans));
        if (book) setWords(block.credit.id, formatCredit(credit, book.creditForm));
      }),
    replace: async (figure) => {
      const { ref } = store.get();
      const block = figureOf(figure);
      if (!ref || !block) return;
      take(await desk.call('photos.choose', ref), (photos) => {
        const [first] = photos;
        if (first) editor()?.change((story) => withReplaced(story, block.photo, first));
      });
    },
    loadCodes: async () => {
      const answer = await desk.call('captions.codes');
      if (answer.ok) store.set({ codes: answer.value });
      else notify(ctx, 'error', answer.message);
    },
    setCodes: async (text) => {
      const answer = await desk.call('captions.set-codes', text);
      if (answer.ok) store.set({ codes: text });
      else notify(ctx, 'error', answer.message);
    },
    findMissing: async () => {
      const { ref, story } = store.get();
      const wanted = story?.photos.filter((photo) => photo.file === null) ?? [];
      if (!ref || wanted.length === 0) return;
      const answer = await desk.call(
        'photos.find',
        ref,
        wanted.map(({ id, originalName, sha256, bytes }) => ({ id, originalName, sha256, bytes })),
      );
      if (!answer.ok) return notify(ctx, 'error', answer.message);
      const { found, looked } = answer.value;
      if (found.length > 0) {
        editor()?.change((now) =>
          found.reduce((next, { id, photo }) => withArrived(next, id, photo), now),
        );
      }
      if (looked) notify(ctx, 'done', foundWords(found.length, wanted.length));
    },
    repairField: (photo, field) =>
      editor()?.change((story) => withPhoto(story, photo, (one) => withRepairedField(one, field))),
    setAlt: (figure, alt) => editor()?.change((story) => withAlt(story, figure, alt)),
  };
}

function foundWords(found: number, wanted: number): string {
  if (found === 0) return 'None of the missing photos is in that folder.';
  return found === wanted ? 'All missing photos are here.' : `${found} of ${wanted} photos found.`;
}

import type { FigureBlock, MetadataField, Photo, PhotoId, Story } from '#core/article/model';
import { isFigure } from '#core/article/model';
import { readArticle, readingText } from '#core/article/reading';
import { ALT_MOST } from '#core/captions/alt-text';
import { approvalState, withApproval, withPhoto } from '#core/captions/approval';
import { parseCredit } from '#core/captions/credit';
import { formatCredit } from '#core/captions/format';
import { withDeskSays } from '#core/captions/metadata';
import type { RightsOrder } from '#core/captions/rights';
import { acknowledging, rightsOrders } from '#core/captions/rights';
import { unfinishedCaption } from '#core/captions/templates';
import type { PhotosAdded } from '#core/ipc/contract';
import type { Result } from '#core/util/result';
import type { Context } from './context';
import { notify, say } from './context';
import type { ComparedField } from './file-against-print';
import { comparisons, fileText, withPrintKept } from './file-against-print';
import {
  figureRows,
  leastReplacement,
  withAlt,
  withArrived,
  withDraft,
  withFigures,
  withPartedAlt,
  withPhotos,
  withReplaced,
} from './photos';
import { settleAll } from './unsettled';
import { focusVerdict } from './verdict-focus';

export interface PhotoActions {
  /** Asks for pictures and puts them into the text as figures. */
  readonly choose: () => Promise<void>;
  /** Asks for a folder and puts all its pictures into the text. */
  readonly chooseFolder: () => Promise<void>;
  /** Moves the keyboard to the next (or the one before) of the findings of all photos, round and round. */
  readonly step: (by: 1 | -1) => void;
  /** Looks which photos have lost their file, and where else the library shows them. */
  readonly survey: () => Promise<void>;
  /** Reads again what the file of a figure's photo says. */
  readonly reread: (figure: string) => Promise<void>;
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
  /** Lets the desk speak for one field of a photo's file (a repair, the other part's value, the printed words); null takes it back. */
  readonly say: (photo: PhotoId, field: MetadataField, values: readonly string[] | null) => void;
  /** Prints the file's words for a field, or (`text`) the print with some of them; without a field, the first that differs. */
  readonly takeFile: (figure: string | null, field?: ComparedField, text?: string) => void;
  /** Keeps the print: the desk says it in the file's place, and exported copies carry it. */
  readonly keepPrint: (figure: string | null, field?: ComparedField) => void;
  /** Writes a caption made from the file or a template; it is a draft until somebody edits it. */
  readonly draft: (figure: string, text: string) => void;
  /** Cuts an alt text to what fits and puts the rest before the extended description. */
  readonly partAlt: (figure: string) => void;
}

/** Files of a drop that go to the main process at one time. */
const AT_ONCE = 8;

/** Builds the actions on photos. */
export function photoActions(ctx: Context): PhotoActions {
  const { desk, store, editor } = ctx;

  function take(answer: Result<PhotosAdded>, use: (photos: readonly Photo[]) => void) {
    if (answer.ok) {
      tell(answer.value.refused);
      if (answer.value.photos.length > 0) use(answer.value.photos);
    } else if (answer.code !== 'cancelled') notify(ctx, 'error', answer.message);
  }

  /** A few files each, many in one notice: a folder of two hundred bad ones must not bury the desk. */
  function tell(refused: PhotosAdded['refused']) {
    if (refused.length <= 3) {
      for (const { message } of refused) notify(ctx, 'error', message);
      return;
    }
    const first = refused.slice(0, 2).map(({ message }) => message);
    const rest = refused.slice(2, 12).map(({ name }) => name);
    const more = refused.length > 12 ? ` and ${refused.length - 12} more` : '';
    notify(
      ctx,
      'error',
      `${refused.length} files were not added. ${first.join(' ')} Also ${rest.join(', ')}${more}.`,
    );
  }

  function insert(photos: readonly Photo[]) {
    if (store.get().view === 'galley' && photos.length < 4) {
      editor()?.change((story) => withPhotos(story, photos));
      for (const photo of photos) editor()?.insertFigure(photo.id);
      return;
    }
    const { view, figure } = store.get();
    const after = view === 'galley' ? (editor()?.selection()?.block ?? null) : figure;
    const ids = photos.map(() => `b-${crypto.randomUUID()}`);
    const given = [...ids];
    editor()?.change((story) => withFigures(story, photos, after, () => given.shift() ?? ''));
    if (view === 'photos') store.set({ figure: ids[0] ?? figure });
    notify(ctx, 'done', `${photos.length} ${photos.length === 1 ? 'photo' : 'photos'} added.`);
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
    chooseFolder: async () => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.choose-folder', ref), insert);
    },
    add: async (files) => {
      const { ref } = store.get();
      if (!ref || files.length === 0) return;
      // A few at a time: five hundred pictures at once would fill the memory.
      const photos: Photo[] = [];
      const refused: { name: string; message: string }[] = [];
      for (let before = 0; before < files.length; before += AT_ONCE) {
        const part = files.slice(before, before + AT_ONCE);
        const answer = await desk.call('photos.add', ref, await Promise.all(part.map(bytes)), {
          before,
          total: files.length,
        });
        if (!answer.ok) {
          take(answer, insert);
          break;
        }
        photos.push(...answer.value.photos);
        refused.push(...answer.value.refused);
        if (answer.value.stopped) break;
      }
      take({ ok: true, value: { photos, refused, stopped: false } }, insert);
    },
    step: (by) => {
      const { story, check, current, figure: shown } = store.get();
      const rows = story ? figureRows(story, check.findings) : [];
      const all = rows.flatMap((row) => row.findings.map((finding) => ({ row, finding })));
      const from = all.findIndex(({ finding }) => finding.key === current);
      const first = all.findIndex(({ row }) => row.figure.id === shown);
      const at = from < 0 ? Math.max(first, 0) : (from + by + all.length) % all.length;
      const next = all[at];
      if (!next) return say(ctx, 'No findings on the photos.');
      store.set({ figure: next.row.figure.id, sheet: false, current: next.finding.key });
      focusVerdict(next.finding.key);
      say(ctx, next.finding.message);
    },
    survey: async () => {
      const { ref, story } = store.get();
      if (!ref || !story) return;
      const files = story.photos.flatMap(({ file }) => file ?? []);
      const hashes = [...new Set(story.photos.flatMap(({ sha256 }) => sha256 ?? []))];
      const [gone, uses] = await Promise.all([
        desk.call('photos.gone', ref, files),
        desk.call('photos.uses', ref, hashes),
      ]);
      if (store.get().ref !== ref) return;
      if (gone.ok) store.set({ lostFiles: new Set(gone.value) });
      if (uses.ok) store.set({ photoUses: uses.value });
    },
    reread: async (figure) => {
      settleAll();
      const { ref } = store.get();
      const id = figureOf(figure)?.photo;
      const file = editor()
        ?.story()
        .photos.find((photo) => photo.id === id)?.file;
      if (!ref || !id || !file) return;
      const answer = await desk.call('photos.read', ref, file);
      if (!answer.ok) notify(ctx, 'error', answer.message);
      else
        editor()?.change((story) =>
          withPhoto(story, id, (one) => ({ ...one, metadata: answer.value })),
        );
    },
    chooseFor: async (missing) => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.choose', ref), arrive(missing));
    },
    addFor: async (missing, file) => {
      const { ref } = store.get();
      if (ref) take(await desk.call('photos.add', ref, [await bytes(file)], null), arrive(missing));
    },
    setWords,
    approve: (figure) =>
      withFigure(figure, (block, story) => {
        const photo = story.photos.find((one) => one.id === block.photo) ?? null;
        const [caption, credit] = [
          readingText(block.caption.spans),
          readingText(block.credit.spans),
        ];
        const unfinished = unfinishedCaption(photo, caption);
        if (unfinished !== null) {
          notify(
            ctx,
            'error',
            unfinished === 'field'
              ? 'A field of the template is still open. Fill it before you approve the caption.'
              : 'This caption is a draft from the file. Edit it before you approve it.',
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
      const { lostFiles } = store.get();
      const wanted = story?.photos.filter(({ file }) => file === null || lostFiles.has(file)) ?? [];
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
    say: (photo, field, values) => {
      editor()?.change((story) =>
        withPhoto(story, photo, (one) => withDeskSays(one, field, values)),
      );
    },
    takeFile: (figure, field, text) =>
      withFigure(figure, (block, story) => {
        const photo = story.photos.find((one) => one.id === block.photo) ?? null;
        const chosen = field ?? comparedField(block, photo);
        if (chosen === null) return;
        const words = text ?? fileText(photo, chosen);
        if (chosen === 'altText') editor()?.change((one) => withAlt(one, block.id, words));
        else setWords(chosen === 'description' ? block.caption.id : block.credit.id, words);
      }),
    keepPrint: (figure, field) =>
      withFigure(figure, (block, story) => {
        const photo = story.photos.find((one) => one.id === block.photo) ?? null;
        const chosen = field ?? comparedField(block, photo);
        if (chosen === null) return;
        editor()?.change((one) => withPrintKept(one, block, chosen));
        say(ctx, 'The printed words go into exported copies.');
      }),
    draft: (figure, text) =>
      withFigure(figure, (block) => {
        editor()?.change((story) => withDraft(story, block, text));
      }),
    partAlt: (figure) =>
      withFigure(figure, (block) => {
        const most = store.get().book?.limits.alt ?? ALT_MOST;
        editor()?.change((story) => withPartedAlt(story, block, most));
        say(ctx, 'The rest is in the extended description.');
      }),
    setAlt: (figure, alt) => editor()?.change((story) => withAlt(story, figure, alt)),
  };
}

/** The field whose text has the keyboard, when it differs; else the first that does. */
function comparedField(figure: FigureBlock, photo: Photo | null): ComparedField | null {
  const open = comparisons(figure, photo).map(({ field }) => field);
  const at = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  return open.find((field) => field === at) ?? open[0] ?? null;
}

function foundWords(found: number, wanted: number): string {
  if (found === 0) return 'None of the missing photos is in that folder.';
  return found === wanted ? 'All missing photos are here.' : `${found} of ${wanted} photos found.`;
}

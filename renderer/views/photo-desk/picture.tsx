import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FigureRow } from '../../state/photos';
import { isShownByBrowser, photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { MadeBy } from './made-by';

/** Pixels that an arrow key moves the picture. */
const STEP = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The chosen photo, whole or at 100 %; or why it cannot be shown, and what to do about it. */
export function Picture({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const lost = useDesk((state) => state.lostFiles);
  const [broken, setBroken] = useState(false);
  const { photo } = row;
  const file = photo?.file ?? null;
  const trouble = useTrouble(ref, file, photo?.originalName ?? '');
  if (file === null || ref === null) {
    return (
      <NoPicture row={row} words={`${photo?.originalName || 'The picture'} has not arrived.`} />
    );
  }
  if (lost.has(file) || broken) {
    const name = photo?.originalName || file;
    const words = lost.has(file)
      ? `${name} is no longer in the story’s folder.`
      : `${name} cannot be shown.`;
    return <NoPicture row={row} words={trouble ?? words} />;
  }
  return (
    <>
      <Shown
        key={file}
        row={row}
        file={file}
        story={ref}
        onBroken={() => {
          setBroken(true);
          void app.photos.survey();
        }}
      />
      {trouble === null ? null : (
        <p className="stage-warning" role="status">
          <SeverityMark severity="warning" /> {trouble}
        </p>
      )}
    </>
  );
}

/** What is wrong with the picture of a file: damaged, cut off, gone; null while nothing is known. */
function useTrouble(ref: string | null, file: string | null, name: string): string | null {
  const app = useApp();
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setTrouble(null);
    if (ref === null || file === null) return;
    void app.desk.call('photos.trouble', ref, file, name).then((answer) => {
      if (current) setTrouble(answer.ok ? answer.value : answer.message);
    });
    return () => {
      current = false;
    };
  }, [app, ref, file, name]);
  return trouble;
}

function NoPicture({ row, words }: { readonly row: FigureRow; readonly words: string }) {
  const app = useApp();
  const { figure, photo } = row;
  return (
    <div className="stage-picture stage-none">
      <p className="stage-trouble" role="status">
        {words}
      </p>
      <div className="row">
        <Button
          look="pencil"
          onPress={() =>
            void (photo?.file === null || photo === null
              ? app.photos.chooseFor(figure.photo)
              : app.photos.replace(figure.id))
          }
        >
          Choose file…
        </Button>
        <Button onPress={() => void app.photos.findMissing()}>Look in a folder…</Button>
      </div>
    </div>
  );
}

interface ShownProps {
  readonly row: FigureRow;
  readonly file: string;
  readonly story: string;
  readonly onBroken: () => void;
}

function Shown({ row, file, story, onBroken }: ShownProps) {
  const app = useApp();
  const actual = useDesk((state) => state.actualPixels);
  const { photo, number, figure } = row;
  const scroll = useRef<HTMLDivElement>(null);
  /** The place of the picture that stays in the middle, 0 to 1 each way. */
  const centre = useRef({ x: 0.5, y: 0.5 });
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [loaded, setLoaded] = useState(false);
  const address = isShownByBrowser(file)
    ? photoAddress(story, file, actual ? undefined : 2400)
    : photoAddress(story, file, actual ? 20_000 : 2400);
  // One pixel of the picture on one of the screen.
  const width = actual && size ? size.width / window.devicePixelRatio : undefined;

  useEffect(() => {
    if (!actual) centre.current = { x: 0.5, y: 0.5 };
  }, [actual]);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box || width === undefined) return;
    box.scrollLeft = centre.current.x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = centre.current.y * box.scrollHeight - box.clientHeight / 2;
  }, [width]);

  function move(event: KeyboardEvent) {
    const by = ARROWS[event.key];
    if (!actual || !by) return;
    event.preventDefault();
    scroll.current?.scrollBy({ left: by[0], top: by[1] });
  }

  function drag(event: PointerEvent<HTMLDivElement>) {
    const box = scroll.current;
    if (!actual || !box || event.button !== 0) return;
    event.preventDefault();
    box.focus();
    box.setPointerCapture(event.pointerId);
    const from = { x: event.clientX + box.scrollLeft, y: event.clientY + box.scrollTop };
    const follow = (moved: globalThis.PointerEvent) => {
      box.scrollLeft = from.x - moved.clientX;
      box.scrollTop = from.y - moved.clientY;
    };
    const end = () => {
      box.removeEventListener('pointermove', follow);
      box.removeEventListener('pointerup', end);
      box.removeEventListener('pointercancel', end);
    };
    box.addEventListener('pointermove', follow);
    box.addEventListener('pointerup', end);
    box.addEventListener('pointercancel', end);
  }

  function zoomAt(event: React.MouseEvent<HTMLDivElement>) {
    const image = scroll.current?.querySelector('img')?.getBoundingClientRect();
    if (image && !actual) {
      centre.current = {
        x: (event.clientX - image.left) / image.width,
        y: (event.clientY - image.top) / image.height,
      };
    }
    app.store.set({ actualPixels: !actual });
  }

  return (
    <div className={`stage-picture${actual ? ' is-actual' : ''}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolled picture is no form */}
      <div
        className="stage-scroll"
        ref={scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
        role="group"
        aria-label={actual ? 'Picture at 100 %, arrows move it' : 'Picture'}
        onKeyDown={move}
        onPointerDown={drag}
        onDoubleClick={zoomAt}
      >
        <img
          src={address}
          alt={figure.alt || `Photo ${number}`}
          draggable={false}
          {...(width === undefined ? {} : { style: { width: `${width}px` } })}
          onLoad={(event) => {
            setLoaded(true);
            const { naturalWidth, naturalHeight } = event.currentTarget;
            if (actual) setSize({ width: naturalWidth, height: naturalHeight });
          }}
          onError={onBroken}
        />
      </div>
      {loaded ? null : <p className="stage-opening">Opening the picture…</p>}
      <span className="stage-badges">
        <MadeBy photo={photo} />
      </span>
      <span className="stage-zoom">
        <Button
          small
          keys="Mod+Alt+Z"
          aria-pressed={actual}
          onPress={() => app.store.set({ actualPixels: !actual })}
        >
          {actual ? 'Fit' : '100 %'}
        </Button>
      </span>
    </div>
  );
}

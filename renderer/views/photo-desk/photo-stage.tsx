import { useMemo, useRef, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { expandCodes, parseCodes } from '#core/captions/codes';
import { parseCredit } from '#core/captions/credit';
import { formatCredit } from '#core/captions/format';
import {
  CAPTION_TEMPLATES,
  draftCaption,
  filledTemplate,
  nextField,
} from '#core/captions/templates';
import type { FigureRow } from '../../state/photos';
import { isShownByBrowser, photoAddress } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { SeverityMark } from '../../ui/severity-mark';
import { AltText } from '../photos/alt-text';
import { creditChips } from '../photos/credit-chips';
import { useSettled } from '../photos/use-settled';
import { NameOffer, useNameOffer } from './name-offer';

/** The chosen photo, whole, with the texts that are printed under it. They are the same texts as in the galley. */
export function PhotoStage({ row }: { readonly row: FigureRow }) {
  const { figure, number, findings } = row;
  const caption = readingText(figure.caption.spans);
  const credit = readingText(figure.credit.spans);
  const limit = useDesk((state) => state.book?.limits.caption ?? null);
  return (
    <div className="photo-stage">
      <Picture row={row} />
      <Words
        label="Caption as printed"
        block={figure.caption.id}
        text={caption}
        rows={3}
        side={limit === null ? `${caption.length}` : `${caption.length} / ${limit}`}
        over={limit !== null && caption.length > limit}
      >
        <CaptionTools row={row} caption={caption} />
      </Words>
      <Credit block={figure.credit.id} figure={figure.id} credit={credit} />
      <section className="stage-card" aria-label="Alt text">
        <AltText figure={figure.id} number={number} alt={figure.alt} />
      </section>
      {findings.length === 0 ? null : <Verdicts row={row} />}
    </div>
  );
}

function Picture({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const ref = useDesk((state) => state.ref);
  const [whole, setWhole] = useState(true);
  const { photo, number, figure } = row;
  if (!photo?.file || !ref) {
    return (
      <div className="stage-picture stage-none">
        <p>{photo?.originalName || 'The picture'} has not arrived.</p>
        <div className="row">
          <Button onPress={() => void app.photos.chooseFor(figure.photo)}>Choose file…</Button>
          <Button onPress={() => void app.photos.findMissing()}>Look in a folder…</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={`stage-picture${whole ? '' : ' is-actual'}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolled picture is no form */}
      <div className="stage-scroll" tabIndex={whole ? -1 : 0} role="group" aria-label="Picture">
        <img
          src={photoAddress(
            ref,
            photo.file,
            whole || !isShownByBrowser(photo.file) ? 2400 : undefined,
          )}
          alt={figure.alt || `Photo ${number}`}
        />
      </div>
      <span className="stage-zoom">
        <Button small aria-pressed={!whole} onPress={() => setWhole(!whole)}>
          {whole ? '100 %' : 'Fit'}
        </Button>
      </span>
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly block: string;
  readonly text: string;
  readonly rows: number;
  readonly side: string;
  readonly over?: boolean;
  readonly children?: React.ReactNode;
}

function Words({ label, block, text, rows, side, over = false, children }: WordsProps) {
  const app = useApp();
  const field = useSettled(text, (typed) => app.photos.setWords(block, typed));
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const offer = useNameOffer(field.text, caret);
  const list = useDesk((state) => state.codes);
  const { codes } = useMemo(() => parseCodes(list), [list]);

  function take(name: string) {
    if (!offer) return;
    field.type(field.text.slice(0, offer.start) + name + field.text.slice(offer.end));
    const at = offer.start + name.length;
    setCaret(null);
    setTimeout(() => area.current?.setSelectionRange(at, at), 0);
  }
  return (
    <section className="stage-card" aria-label={label}>
      <TextField
        value={field.text}
        onChange={(typed) => field.type(expandCodes(typed, codes))}
        onBlur={field.settle}
      >
        <div className="stage-head">
          <Label className="stage-label">{label}</Label>
          <span className={over ? 'stage-note is-over' : 'stage-note'}>{side}</span>
        </div>
        <TextArea
          className="stage-words"
          ref={area}
          rows={rows}
          onSelect={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            setCaret(selectionStart === selectionEnd ? selectionEnd : null);
          }}
          onBlur={() => setCaret(null)}
          onKeyDown={(event) => {
            const [first] = offer?.names ?? [];
            if (event.key === ' ' && (event.ctrlKey || event.metaKey) && first !== undefined) {
              event.preventDefault();
              take(first);
            } else toNextField(event);
          }}
        />
      </TextField>
      {offer ? <NameOffer names={offer.names} onTake={take} /> : null}
      {children}
    </section>
  );
}

/** Tab goes to the next field of a template while there is one; then it leaves the text as ever. */
function toNextField(event: React.KeyboardEvent<HTMLTextAreaElement>) {
  const area = event.currentTarget;
  if (event.key !== 'Tab' || event.shiftKey) return;
  const field = nextField(area.value, area.selectionEnd);
  if (!field) return;
  event.preventDefault();
  area.setSelectionRange(field.start, field.end);
}

/** A caption begun for the writer: from what the file knows, or from a template whose fields Tab walks. */
function CaptionTools({ row, caption }: { readonly row: FigureRow; readonly caption: string }) {
  const app = useApp();
  const { figure, photo } = row;
  const language = useDesk((state) => state.story?.language ?? 'en-US');
  const draft = draftCaption(photo, language);
  const write = (text: string) => {
    app.photos.setWords(figure.caption.id, text);
    setTimeout(() => {
      const area = document.querySelector<HTMLTextAreaElement>('.photo-stage .stage-words');
      const field = area ? nextField(area.value, 0) : null;
      area?.focus();
      if (field) area?.setSelectionRange(field.start, field.end);
    }, 60);
  };
  return (
    <div className="row">
      {caption !== '' && caption === draft ? (
        <span className="stage-draft">Draft from the file, not edited yet</span>
      ) : null}
      <Menu
        label="Caption templates"
        placement="bottom start"
        trigger={<Button small>Template</Button>}
        entries={[
          ...CAPTION_TEMPLATES.map((template) => ({
            id: template.title,
            title: template.title,
            run: () => write(filledTemplate(template, photo, language)),
          })),
          {
            id: 'codes',
            title: 'Caption codes…',
            parted: true,
            run: () => app.commands.run('photo.codes'),
          },
        ]}
      />
      {draft === null || draft === caption ? null : (
        <Button small onPress={() => write(draft)}>
          Draft from the file
        </Button>
      )}
    </div>
  );
}

function Credit({
  block,
  figure,
  credit,
}: {
  readonly block: string;
  readonly figure: string;
  readonly credit: string;
}) {
  const app = useApp();
  const form = useDesk((state) => state.book?.creditForm ?? null);
  const parsed = useMemo(() => parseCredit(credit), [credit]);
  const house = form === null || credit === '' ? credit : formatCredit(parsed, form);
  return (
    <Words
      label="Credit as printed"
      block={block}
      text={credit}
      rows={1}
      side={house === credit ? 'house form' : `house form: ${house}`}
    >
      {credit === '' ? null : (
        <dl className="credit-chips">
          {creditChips(parsed).map((chip) => (
            <div key={`${chip.name} ${chip.value}`} className={chip.sure ? '' : 'is-unsure'}>
              <dt>{chip.name}</dt>
              <dd>{chip.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {house === credit ? null : (
        <Button small keys="Mod+Alt+C" onPress={() => app.photos.houseCredit(figure)}>
          House form
        </Button>
      )}
    </Words>
  );
}

/** What the checks say of this photo; a press shows the finding with its fixes in the galley. */
function Verdicts({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  return (
    <section className="stage-card" aria-label="Findings">
      <h2 className="stage-label">Findings</h2>
      <ul className="verdicts">
        {row.findings.map((finding) => (
          <li key={finding.key}>
            <SeverityMark severity={finding.severity} />
            <span className="verdict-words">{finding.message}</span>
            {finding.fixes[0] ? (
              <Button
                small
                look="pencil"
                onPress={() => {
                  const [fix] = finding.fixes;
                  if (fix) app.checks.fix(finding, fix);
                }}
              >
                {finding.fixes[0].title}
              </Button>
            ) : null}
            <Button
              small
              look="quiet"
              aria-label={`Show: ${finding.message}`}
              onPress={() => {
                app.views.tab('findings');
                app.checks.show(finding);
              }}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

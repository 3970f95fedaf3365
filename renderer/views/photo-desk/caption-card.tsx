import { useMemo } from 'react';
import { parseCodes } from '#core/captions/codes';
import {
  CAPTION_TEMPLATES,
  draftCaption,
  filledTemplate,
  nextField,
  unfinishedCaption,
} from '#core/captions/templates';
import type { Finding } from '#core/checks/types';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Words } from './words';

/** The printed caption with its length, its templates and its draft. */
export function CaptionCard({
  row,
  caption,
  findings,
}: {
  readonly row: FigureRow;
  readonly caption: string;
  readonly findings: readonly Finding[];
}) {
  const limit = useDesk((state) => state.book?.limits.caption ?? null);
  const unfinished = unfinishedCaption(row.photo, caption);
  const length = limit === null ? `${caption.length}` : `${caption.length} / ${limit}`;
  return (
    <Words
      label="Caption as printed"
      field="description"
      figure={row.figure.id}
      block={row.figure.caption.id}
      text={caption}
      rows={2}
      hint="Who does what, where and when"
      side={
        <>
          {unfinished === null ? null : <span className="stage-draft">Draft</span>}
          {length}
        </>
      }
      over={limit !== null && caption.length > limit}
      findings={findings}
      tools={<CaptionTools row={row} caption={caption} />}
    />
  );
}

/** A caption begun for the writer: from what the file knows, or from a template whose fields Tab walks. */
function CaptionTools({ row, caption }: { readonly row: FigureRow; readonly caption: string }) {
  const app = useApp();
  const { figure, photo } = row;
  const language = useDesk((state) => state.story?.language ?? 'en-US');
  const list = useDesk((state) => state.codes);
  const draft = draftCaption(photo, language);
  // The desk's own texts with fields to fill are templates too.
  const own = useMemo(
    () =>
      [...parseCodes(list).codes]
        .filter(([, text]) => nextField(text, 0) !== null)
        .map(([code, text]) => ({ title: `\\${code}\\ ${text}`, text })),
    [list],
  );
  const write = (text: string) => {
    app.photos.draft(figure.id, text);
    setTimeout(() => {
      const area = document.querySelector<HTMLTextAreaElement>('.photo-stage .stage-words');
      const field = area ? nextField(area.value, 0) : null;
      area?.focus();
      if (field) area?.setSelectionRange(field.start, field.end);
    }, 60);
  };
  return (
    <span className="stage-tools">
      {draft === null || draft === caption ? null : (
        <Button small look="quiet" onPress={() => write(draft)}>
          Draft from the file
        </Button>
      )}
      <Menu
        label="Caption templates"
        placement="bottom end"
        trigger={
          <Button small look="quiet">
            Template
          </Button>
        }
        entries={[
          ...[...CAPTION_TEMPLATES, ...own].map((template) => ({
            id: template.title,
            title: template.title,
            run: () => write(filledTemplate(template, photo, language)),
          })),
          {
            id: 'codes',
            title: 'Caption codes and templates…',
            parted: true,
            run: () => app.commands.run('photo.codes'),
          },
        ]}
      />
    </span>
  );
}

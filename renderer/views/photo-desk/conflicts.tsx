import { Fragment } from 'react';
import type { MetadataField, MetadataSource, Photo } from '#core/article/model';
import type { Conflict, ConflictValue } from '#core/captions/metadata-repair';
import { openConflicts, SOURCES } from '#core/captions/metadata-repair';
import { useApp } from '../../state/use-app';
import { countOf } from '../../state/words';
import { Button } from '../../ui/button';
import { FIELD_WORDS, printedAll } from '../photos/file-says-rows';
import { wordParts } from './word-parts';

const SOURCE_WORDS: Readonly<Record<MetadataSource, string>> = {
  iim: 'IPTC',
  xmp: 'XMP',
  exif: 'EXIF',
};

/** Where IPTC, XMP and EXIF tell different things, side by side: which one the story uses, and what repairs letters. */
export function Conflicts({
  photo,
  conflicts,
}: {
  readonly photo: Photo | null;
  readonly conflicts: readonly Conflict[];
}) {
  if (!photo || conflicts.length === 0) {
    return (
      <p className="quiet">
        The parts of the file agree, and their letters are whole. Nothing to decide.
      </p>
    );
  }
  const open = openConflicts(conflicts).length;
  return (
    <>
      <p className="note">
        {open === 0 ? 'All decided.' : `${countOf(open, 'field')} to decide.`} The original stays as
        it is; what the story uses goes into exported copies. Undo takes a decision back.
      </p>
      <table className="conflict-table" aria-label="Parts of the file">
        <thead>
          <tr>
            {SOURCES.map((source) => (
              <th key={source} scope="col">
                {SOURCE_WORDS[source]}
              </th>
            ))}
          </tr>
        </thead>
        {conflicts.map((conflict) => (
          <Field key={conflict.field} photo={photo} conflict={conflict} />
        ))}
      </table>
    </>
  );
}

function Field({ photo, conflict }: { readonly photo: Photo; readonly conflict: Conflict }) {
  const app = useApp();
  const { field, values, settled } = conflict;
  const counting = values.find(({ counts }) => counts);
  const own = settled !== null && counting === undefined;
  return (
    <tbody aria-label={FIELD_WORDS[field]}>
      <tr>
        <th colSpan={SOURCES.length} scope="rowgroup">
          <span className="conflict-head">
            <span className="compared-label">{FIELD_WORDS[field]}</span>
            {settled === null ? null : (
              <>
                <span className="conflict-uses">{own ? 'The story uses' : 'Decided here'}</span>
                {own ? <bdi className="conflict-own">{printedAll(field, settled)}</bdi> : null}
                <Button
                  small
                  look="quiet"
                  aria-label={`Let the file speak again for ${FIELD_WORDS[field]}`}
                  onPress={() => app.photos.say(photo.id, field, null)}
                >
                  Back to the file’s
                </Button>
              </>
            )}
          </span>
        </th>
      </tr>
      <tr>
        {SOURCES.map((source) => {
          const value = values.find((one) => one.source === source);
          return (
            <td key={source} className={value?.counts ? 'is-counting' : ''}>
              {value ? (
                <Value
                  photo={photo}
                  field={field}
                  value={value}
                  against={counting && !value.counts ? printedAll(field, counting.texts) : null}
                />
              ) : (
                <span className="faint">Says nothing</span>
              )}
            </td>
          );
        })}
      </tr>
    </tbody>
  );
}

interface ValueProps {
  readonly photo: Photo;
  readonly field: MetadataField;
  readonly value: ConflictValue;
  /** The value that counts, to show what differs; null: this is it. */
  readonly against: string | null;
}

function Value({ photo, field, value, against }: ValueProps) {
  const app = useApp();
  const { source, texts, repaired, lost, counts, filler } = value;
  const text = printedAll(field, texts);
  const name = `${FIELD_WORDS[field]} of ${SOURCE_WORDS[source]}`;
  if (filler) {
    return (
      <div className="conflict-cell">
        <bdi className="faint">{text}</bdi>
        <span className="note">Filled in by the camera</span>
      </div>
    );
  }
  return (
    <div className="conflict-cell">
      <bdi className="conflict-text">
        {against === null
          ? text
          : wordParts(against, text).map((part, at) =>
              part.kind === 'same' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
                <Fragment key={at}>{part.text}</Fragment>
              ) : part.file === '' ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
                <ins key={at}>{part.file}</ins>
              ),
            )}
      </bdi>
      {counts ? (
        <span className="conflict-uses">The story uses this</span>
      ) : (
        <Button
          small
          aria-label={`Use ${name}`}
          onPress={() => app.photos.say(photo.id, field, texts)}
        >
          Use this
        </Button>
      )}
      {repaired === null ? null : (
        <div className="conflict-repair">
          <span className="note">{repaired.how}; it was</span>
          <bdi>{printedAll(field, repaired.texts)}</bdi>
          <Button
            small
            look="pencil"
            aria-label={`Repair the letters of ${name}`}
            onPress={() => app.photos.say(photo.id, field, repaired.texts)}
          >
            Repair the letters
          </Button>
        </div>
      )}
      {lost ? (
        <span className="note is-lost">Letters are lost here (�). Use another part’s value.</span>
      ) : null}
    </div>
  );
}

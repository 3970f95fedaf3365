import { useMemo } from 'react';
import type { Comparison } from '../../state/file-against-print';
import { comparisons } from '../../state/file-against-print';
import type { FigureRow } from '../../state/photos';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { withFileWords, wordParts } from './word-parts';

const LABELS = { description: 'Caption', creditLine: 'Credit', altText: 'Alt text' } as const;

/** The file's texts against the printed ones, word by word, with an arrow each way. */
export function Compared({ row }: { readonly row: FigureRow }) {
  const { figure, photo } = row;
  const pairs = useMemo(() => comparisons(figure, photo), [figure, photo]);
  if (pairs.length === 0) return null;
  return (
    <section className="compared" aria-label="File against print">
      <div className="compared-head">
        <h3 className="label">File against print</h3>
        <span className="compared-key" aria-hidden="true">
          <del>print</del> <ins>file</ins>
        </span>
      </div>
      {pairs.map((pair, at) => (
        <Difference key={pair.field} pair={pair} figure={figure.id} first={at === 0} />
      ))}
    </section>
  );
}

interface Props {
  readonly pair: Comparison;
  readonly figure: string;
  readonly first: boolean;
}

function Difference({ pair, figure, first }: Props) {
  const { photos } = useApp();
  const { field, printed, file, agree } = pair;
  const parts = useMemo(() => wordParts(printed, file), [printed, file]);
  const some = printed !== '' && parts.filter((part) => part.kind === 'differs').length > 1;
  const name = LABELS[field].toLowerCase();
  return (
    <section className="compared-pair" aria-label={`${LABELS[field]} in the file`}>
      <h4 className="compared-label">
        {LABELS[field]}
        {agree ? <span className="note">the same in other words</span> : null}
      </h4>
      <p className="compared-words">
        {parts.map((part, at) => {
          if (part.kind === 'same') return part.text;
          const words = (
            <>
              {part.printed === '' ? null : <del>{part.printed}</del>}
              {part.file === '' ? null : <ins>{part.file}</ins>}
            </>
          );
          return some ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
              key={at}
              type="button"
              className="compared-hunk"
              aria-label={
                part.file.trim() === ''
                  ? `Take out “${part.printed.trim()}”, as the file does`
                  : `Print “${part.file.trim()}”, as the file does`
              }
              onClick={() => photos.takeFile(figure, field, withFileWords(parts, at))}
            >
              {words}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
            <span key={at}>{words}</span>
          );
        })}
      </p>
      <div className="row">
        <Button
          small
          onPress={() => photos.takeFile(figure, field)}
          {...(first ? { keys: 'Mod+Alt+Left' } : {})}
        >
          ← Use file’s<span className="unseen"> {name}</span>
        </Button>
        {printed === '' ? null : (
          <Button
            small
            onPress={() => photos.keepPrint(figure, field)}
            {...(first ? { keys: 'Mod+Alt+Right' } : {})}
          >
            Keep printed →<span className="unseen"> {name}</span>
          </Button>
        )}
      </div>
    </section>
  );
}

import { useState } from 'react';
import type { WordRow } from '#core/checks/style-book';
import { usualSeverity } from '#core/checks/style-book';
import { wordId } from '#core/checks/style-book-parser';
import type { StyleBookSource } from '#core/ipc/contract';
import type { RowState } from '../../state/style-book';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Select, Switch, TextField } from '../../ui/fields';
import { Trial } from './trial';

const CLASSES = [
  { id: 'amend', title: 'Amend: write the other words' },
  { id: 'review', title: 'Review: think about it' },
  { id: 'correct', title: 'Confirmed correct: never a finding' },
] as const;
const SEVERITIES = [
  { id: 'error', title: 'Error' },
  { id: 'warning', title: 'Warning' },
  { id: 'suggestion', title: 'Suggestion' },
] as const;

interface Props {
  readonly source: StyleBookSource;
  /** null: a new row. */
  readonly given: { readonly row: WordRow; readonly state: RowState } | null;
  /** The row to show next. */
  readonly onDone: (id: string | null) => void;
}

/** One row to read or to write: its words, class, severity, why and source; tried out before it goes live. */
export function WordForm({ source, given, onDone }: Props) {
  const app = useApp();
  const trial = useDesk((state) => state.styleBook?.trial ?? null);
  const [row, setRow] = useState<WordRow>(
    () =>
      (trial && (!given || trial.row.id === given.row.id) ? trial.row : given?.row) ??
      blank(source),
  );
  const [replace, setReplace] = useState(row.replace.join('\n'));
  const set = (patch: Partial<WordRow>) => setRow((now) => ({ ...now, ...patch }));
  const whole: WordRow = {
    ...row,
    id: given?.row.id ?? wordId(row.find.trim(), row.matchCase),
    find: row.find.trim(),
    source: row.source.trim(),
    replace: row.class === 'correct' ? [] : linesOf(replace),
  };
  const wrong = problemOf(whole);
  const tried = trial !== null && JSON.stringify(trial.row) === JSON.stringify(whole);
  const same = given !== null && JSON.stringify(given.row) === JSON.stringify(whole);
  if (!source.own) return <ReadOnly row={row} />;
  const id = whole.id;
  const take = async () => {
    if (await app.styleBook.change({ kind: 'word', row: whole })) {
      app.styleBook.discardTrial();
      onDone(id);
    }
  };
  return (
    <form className="book-form" onSubmit={(event) => event.preventDefault()}>
      <p className="stage-label">{given ? headOf(given.state, source) : 'A new row'}</p>
      <div className="pair">
        <TextField
          label="Words to find"
          value={row.find}
          onChange={(find) => set({ find })}
          autoFocus={given === null}
        />
        <Select
          label="What the house does"
          value={row.class}
          options={CLASSES}
          onChange={(next) => set({ class: next, severity: usualSeverity(next) })}
        />
      </div>
      {row.class === 'correct' ? null : (
        <TextField
          label="Write instead, one a line"
          value={replace}
          onChange={setReplace}
          lines={2}
        />
      )}
      <div className="pair">
        <Select
          label="Severity"
          value={row.severity}
          options={SEVERITIES}
          onChange={(severity) => set({ severity })}
        />
        <TextField
          label="Source: who says so"
          value={row.source}
          onChange={(next) => set({ source: next })}
        />
      </div>
      <TextField
        label="Why, for the writer"
        value={row.note}
        onChange={(note) => set({ note })}
        lines={2}
      />
      <div className="pair">
        <Switch
          label="Whole words only"
          on={row.wholeWord}
          onChange={(wholeWord) => set({ wholeWord })}
        />
        <Switch
          label="Capitals must agree"
          on={row.matchCase}
          onChange={(matchCase) => set({ matchCase })}
        />
      </div>
      <div className="book-actions">
        <Button
          look={tried ? 'plain' : 'solid'}
          isDisabled={wrong !== null}
          onPress={() => void app.styleBook.tryRow(whole)}
        >
          Try it out
        </Button>
        <Button
          look={tried ? 'solid' : 'plain'}
          isDisabled={!tried || trial?.result === null || same}
          onPress={() => void take()}
        >
          Take it live
        </Button>
        <span className="note book-wrong">{wrong ?? ''}</span>
        {given ? <RowActions source={source} given={given} onDone={onDone} /> : null}
      </div>
      {trial && tried ? <Trial trial={trial} /> : null}
    </form>
  );
}

function RowActions({
  source,
  given,
  onDone,
}: Props & { readonly given: NonNullable<Props['given']> }) {
  const app = useApp();
  const { row, state } = given;
  const { id } = row;
  const change = app.styleBook.change;
  switch (state) {
    case 'own':
      return (
        <Button
          look="quiet"
          onPress={() => {
            void change({ kind: 'remove-word', id });
            onDone(null);
          }}
        >
          Delete the row
        </Button>
      );
    case 'over':
      return (
        <Button look="quiet" onPress={() => void change({ kind: 'remove-word', id })}>
          Back to {source.inherited.title}
        </Button>
      );
    case 'inherited':
      return (
        <Button look="quiet" onPress={() => void change({ kind: 'drop-word', id, drop: true })}>
          Do not use it
        </Button>
      );
    case 'dropped':
      return (
        <Button look="quiet" onPress={() => void change({ kind: 'drop-word', id, drop: false })}>
          Use it again
        </Button>
      );
  }
}

function ReadOnly({ row }: { readonly row: WordRow }) {
  return (
    <div className="book-form">
      <p className="book-read">{row.find}</p>
      {row.replace.length > 0 ? <p className="book-read">→ {row.replace.join(' / ')}</p> : null}
      <p className="dialog-words">{row.note}</p>
      <p className="note">
        {CLASSES.find(({ id }) => id === row.class)?.title}. {row.severity}. {row.source}
      </p>
    </div>
  );
}

function blank(source: StyleBookSource): WordRow {
  return {
    id: '',
    find: '',
    replace: [],
    class: 'amend',
    severity: 'warning',
    note: '',
    source: source.title,
    wholeWord: true,
    matchCase: false,
  };
}

function headOf(state: RowState, source: StyleBookSource): string {
  const parent = source.inherited.title;
  if (state === 'own') return 'A row of the house';
  if (state === 'over') return `The house says otherwise than ${parent}`;
  return state === 'dropped' ? `From ${parent}, not used here` : `From ${parent}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function problemOf(row: WordRow): string | null {
  if (row.find === '') return 'Say which words to find.';
  if (row.source === '') return 'Say who says so.';
  if (row.class === 'amend' && row.replace.length === 0) return 'Say what to write instead.';
  return row.replace.includes(row.find) ? 'The words are replaced by themselves.' : null;
}

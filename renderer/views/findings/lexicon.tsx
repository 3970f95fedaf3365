import { useState } from 'react';
import type { LexiconWord, Story } from '#core/article/model';
import type { LexiconScope } from '../../state/lexicon';
import { useApp, useDesk } from '../../state/use-app';
import { whenWords } from '../../state/words';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { focusPanel } from '../../ui/focus-panel';
import { FoldedList } from './folded-list';

/** From so many words on they can be searched. */
const SEARCHED = 12;
/** More rows than this wait for a search. */
const AT_ONCE = 100;
const NO_WORDS: readonly LexiconWord[] = [];

interface Row extends LexiconWord {
  readonly scope: LexiconScope;
}

/** The words that are right in this story and in every story of the library: who added each, when, and the way back. */
export function Lexicon({ story }: { readonly story: Story }) {
  const library = useDesk((state) => state.lexicon);
  const [query, setQuery] = useState('');
  const rows: readonly Row[] = [
    ...(story.lexicon ?? NO_WORDS).map((one) => ({ ...one, scope: 'story' as const })),
    ...library.map((one) => ({ ...one, scope: 'library' as const })),
  ];
  if (rows.length === 0) return null;
  const wanted = query.trim().toLowerCase();
  const fits = rows.filter(({ word }) => word.toLowerCase().includes(wanted));
  return (
    <FoldedList title="Lexicon" count={rows.length}>
      {rows.length > SEARCHED ? (
        <TextField
          label="Search the lexicon"
          hideLabel
          type="search"
          value={query}
          onChange={setQuery}
          placeholder={`Search ${rows.length} words`}
        />
      ) : null}
      {fits.slice(0, AT_ONCE).map((row) => (
        <LexiconRow key={`${row.scope} ${row.word}`} row={row} />
      ))}
      {fits.length === 0 ? <p className="note">No word like “{query}”.</p> : null}
      {fits.length > AT_ONCE ? (
        <p className="note">{fits.length - AT_ONCE} more; search to see them.</p>
      ) : null}
    </FoldedList>
  );
}

function LexiconRow({ row }: { readonly row: Row }) {
  const app = useApp();
  const { word, by, at, scope } = row;
  const who = [by, at === '' ? '' : whenWords(Date.parse(at))].filter((part) => part !== '');
  return (
    <div className="dismissed-row">
      <div>
        <p className="dismissed-words">{word}</p>
        <p className="note">
          {[scope === 'story' ? 'this story' : 'every story', ...who].join(', ')}
        </p>
      </div>
      <Button
        small
        look="quiet"
        aria-label={`Remove from the lexicon: ${word}`}
        onPress={() => {
          void app.lexicon.remove(word, scope);
          focusPanel();
        }}
      >
        Remove
      </Button>
    </div>
  );
}

import { useMemo } from 'react';
import type { Story } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { completeName } from '#core/captions/complete-name';
import { metaValues } from '#core/captions/metadata';
import { nameLedger } from '#core/ledger/name-ledger';
import { useDesk } from '../../state/use-app';
import { Keys } from '../../ui/keys';

/** The full names that a caption may mean: those the story tells of, then those its photos' files name. */
function namesOfStory(story: Story): readonly string[] {
  const blocks = readArticle(story.article).filter(({ kind }) => kind !== 'caption');
  const told = nameLedger(blocks, story.decisions ? { decisions: story.decisions } : {});
  const full = told.map((person) => person.full).filter((name) => name.includes(' '));
  const shown = story.photos.flatMap((photo) => metaValues(photo, 'personShown'));
  return [...new Set([...full, ...shown])];
}

/** What is offered for the word at the caret, or null. */
export function useNameOffer(text: string, caret: number | null) {
  const story = useDesk((state) => state.story);
  const names = useMemo(() => (story ? namesOfStory(story) : []), [story]);
  return caret === null ? null : completeName(text, caret, names);
}

/** The offered names; Control and Space takes the first, a press any of them. */
export function NameOffer({
  names,
  onTake,
}: {
  readonly names: readonly string[];
  readonly onTake: (name: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: names to choose from, not a form's fieldset
    <div className="name-offer" role="group" aria-label="Names in the story">
      {names.map((name, at) => (
        <button
          key={name}
          type="button"
          className="name-chip"
          tabIndex={-1}
          // The field keeps the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(name)}
        >
          {name}
          {at === 0 ? <Keys keys="Mod+Space" /> : null}
        </button>
      ))}
    </div>
  );
}

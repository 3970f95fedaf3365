import type { Dismissal, DismissalScope } from '#core/article/model';
import { checkInfo } from '#core/checks/all-checks';
import { shorten } from '../../state/findings';
import { checkTitle, countOf, whenWords } from '../../state/words';
import { Button } from '../../ui/button';

const SCOPE_WORDS: Readonly<Record<DismissalScope, string>> = {
  once: 'here only',
  story: 'whole story',
  always: 'every story',
};

interface Props {
  readonly dismissal: Dismissal;
  /** How many places of the open story it silences; absent where no story is looked at. */
  readonly places?: number;
  readonly onRestore: () => void;
}

/** One dismissal: the words, the rule, for how long, who and when, and the way back. */
export function DismissedRow({ dismissal, places, onRestore }: Props) {
  const { actual, message, check, scope, by, at } = dismissal;
  const words = shorten(actual.trim() === '' ? message : actual, 80);
  const who = by === '' ? 'somebody' : by;
  const signed = checkInfo(check)?.keep !== undefined;
  const held =
    places === 0
      ? ', silences nothing now'
      : places !== undefined && places > 1
        ? `, ${countOf(places, 'place')}`
        : '';
  return (
    <div className="dismissed-row">
      <div>
        <p className="dismissed-words">{words}</p>
        <p className="note">
          {checkTitle(check)}, {signed ? 'signed off' : SCOPE_WORDS[scope]}
          {held}
        </p>
        <p className="note">
          {who}, {whenWords(Date.parse(at))}
        </p>
      </div>
      <Button small look="quiet" onPress={onRestore} aria-label={`Bring back: ${words}`}>
        Bring back
      </Button>
    </div>
  );
}

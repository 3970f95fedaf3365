import type { Dismissal } from '#core/article/model';
import { storyKey } from '#core/checks/dismissals';
import type { Finding } from '#core/checks/types';

export interface DismissalHere {
  readonly dismissal: Dismissal;
  /** Findings of this story that it silences. */
  readonly places: number;
}

/** The story's own dismissals, then those of every story that silence something here, with how much each silences. */
export function dismissalsHere(
  own: readonly Dismissal[],
  always: readonly Dismissal[],
  silenced: readonly Finding[],
): readonly DismissalHere[] {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const finding of silenced) {
    add(`once ${finding.check} ${finding.key}`);
    add(`wide ${finding.check} ${storyKey(finding)}`);
  }
  const read = (dismissal: Dismissal): DismissalHere => {
    const { scope, check, key } = dismissal;
    const places = counts.get(`${scope === 'once' ? 'once' : 'wide'} ${check} ${key}`) ?? 0;
    return { dismissal, places };
  };
  return [...own.map(read), ...always.map(read).filter(({ places }) => places > 0)];
}

/** Fields with words that are typed and not yet in the story, each by what puts them there. */
const waiting = new Set<() => void>();

/** Remembers a field until `settled` is called. */
export function waits(settle: () => void): void {
  waiting.add(settle);
}

/** The field's words are in the story, or it is gone. */
export function settled(settle: () => void): void {
  waiting.delete(settle);
}

/** Puts all typed words into the story: before a command that reads them. */
export function settleAll(): void {
  for (const settle of [...waiting]) settle();
}

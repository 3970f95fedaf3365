/**
 * Looks for shapes that can keep a backtracking engine busy for ever: a repeat inside a repeated group, and a repeated
 * group whose alternatives can begin alike. Gives the reason for people, or null when neither is there. It errs on the
 * side of refusing: such an expression can nearly always be written without the nesting.
 */
export function riskOf(source: string): string | null {
  const groups: Group[] = [];
  let current: Group = newGroup();
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === '(') {
      groups.push(current);
      current = newGroup();
      at += 1 + prefixLength(source.slice(at + 1));
      continue;
    }
    if (char === ')') {
      const inner = current;
      current = groups.pop() ?? newGroup();
      at += 1;
      const repeat = repeatAt(source, at);
      if (
        repeat.unbounded &&
        (inner.repeats || (inner.starts.length > 1 && overlap(inner.starts)))
      ) {
        return 'This expression repeats a repeat, which can take for ever. Make it simpler.';
      }
      current.repeats ||= inner.repeats || repeat.unbounded;
      noteStart(current, inner.starts[0] ?? '');
      at += repeat.length;
      continue;
    }
    if (char === '|') {
      current.starts.push('');
      current.open = true;
      at += 1;
      continue;
    }
    const length = atomLength(source, at);
    noteStart(current, source.slice(at, at + length));
    at += length;
    const repeat = repeatAt(source, at);
    current.repeats ||= repeat.unbounded;
    at += repeat.length;
  }
  return null;
}

interface Group {
  repeats: boolean;
  /** The first atom of each alternative. */
  starts: string[];
  open: boolean;
}

function newGroup(): Group {
  return { repeats: false, starts: [''], open: true };
}

function noteStart(group: Group, atom: string): void {
  if (!group.open) return;
  group.starts[group.starts.length - 1] = atom;
  group.open = false;
}

/** Length of `?:`, `?=`, `?<name>` … after an opening bracket. */
function prefixLength(rest: string): number {
  return /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(rest)?.[0].length ?? 0;
}

function repeatAt(
  source: string,
  at: number,
): { readonly length: number; readonly unbounded: boolean } {
  const found = /^(?:[*+]|\?|\{(\d+)(,(\d*))?\})\??/.exec(source.slice(at));
  if (found === null) return { length: 0, unbounded: false };
  const [whole, , comma, most] = found;
  const brace = whole.startsWith('{');
  const unbounded = brace
    ? comma !== undefined && (most === '' || Number(most) > 50)
    : !whole.startsWith('?');
  return { length: whole.length, unbounded };
}

function atomLength(source: string, at: number): number {
  const rest = source.slice(at);
  const found = /^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\k<[^>]*>|\\.|\[(?:\\.|[^\]\\])*\])/su.exec(
    rest,
  );
  return found?.[0].length ?? 1;
}

/** Whether two alternatives may begin with the same character: only plain different letters are surely apart. */
function overlap(starts: readonly string[]): boolean {
  const plain = starts.map((start) => (/^[^\\[.]$/u.test(start) ? start.toLowerCase() : null));
  return plain.includes(null) || new Set(plain).size < plain.length;
}

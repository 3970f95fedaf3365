import type { ReadBlock } from '../article/reading';

/** Remembers what a function gives for a block, for as long as the block object lives. The function must be pure. */
export function perBlock<T>(read: (block: ReadBlock) => T): (block: ReadBlock) => T {
  const known = new WeakMap<ReadBlock, { readonly value: T }>();
  return (block) => {
    const entry = known.get(block);
    if (entry) return entry.value;
    const value = read(block);
    known.set(block, { value });
    return value;
  };
}

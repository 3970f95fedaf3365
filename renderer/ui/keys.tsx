import { showKeys } from '../state/keys';
import { usePlatform } from '../state/use-app';

/** Keys as small caps on a key, shown where they act. Hidden from screen readers: controls name their keys. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {showKeys(keys, usePlatform())}
    </span>
  );
}

import { useState } from 'react';
import type { FigureRow } from '../../state/photos';
import { photoAddress } from '../../state/photos';
import { useDesk } from '../../state/use-app';

/** A photo small and whole, or why there is none. */
export function Thumb({
  row,
  large = false,
}: {
  readonly row: FigureRow;
  readonly large?: boolean;
}) {
  const ref = useDesk((state) => state.ref);
  const lost = useDesk((state) => state.lostFiles);
  const [broken, setBroken] = useState<string | null>(null);
  const file = row.photo?.file ?? null;
  const missing = file === null || lost.has(file);
  return (
    <span className={large ? 'contact-picture' : 'photo-thumb'}>
      {missing || ref === null ? (
        <span className="photo-none">Missing</span>
      ) : broken === file ? (
        <span className="photo-none">Cannot be shown</span>
      ) : (
        <img
          src={photoAddress(ref, file, 480)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(file)}
        />
      )}
    </span>
  );
}

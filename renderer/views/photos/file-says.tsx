import { useMemo } from 'react';
import type { MetadataField, Photo } from '#core/article/model';
import type { Said } from './file-says-rows';
import { instructions, saysRows } from './file-says-rows';

/** What a photo's file says about itself, with the part of the file beside each value. Nothing when it says nothing. */
export function FileSays({ photo }: { readonly photo: Photo | null }) {
  const rows = useMemo(() => (photo ? saysRows(photo) : []), [photo]);
  const orders = useMemo(() => (photo ? instructions(photo) : []), [photo]);
  if (rows.length === 0 && orders.length === 0) return null;
  return (
    <div className="photo-text file-says">
      <h3 className="label">File says</h3>
      <SaysRows photo={photo} />
      {orders.length === 0 ? null : (
        <div className="file-says-orders">
          <h3>Instructions in the file</h3>
          {orders.map((one) => (
            <p key={one.sources.join()}>
              <Value said={{ ...one, text: `“${one.text}”` }} />
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** The rows alone, without those that are shown elsewhere. */
export function SaysRows({
  photo,
  without = [],
}: {
  readonly photo: Photo | null;
  readonly without?: readonly MetadataField[];
}) {
  const rows = useMemo(() => (photo ? saysRows(photo) : []), [photo]);
  const shown = rows.filter(({ field }) => !without.includes(field));
  if (shown.length === 0) return null;
  return (
    <dl className="file-says-rows">
      {shown.map(({ label, said, differs }) => (
        <div key={label}>
          <dt>
            {label}
            {differs ? <span className="file-says-differs">differs</span> : null}
          </dt>
          {said.map((one) => (
            <dd key={one.sources.join()}>
              <Value said={one} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Value({ said: { text, sources } }: { readonly said: Said }) {
  return (
    <>
      <bdi>{text}</bdi> <span className="file-says-source">{sources.join(', ')}</span>
    </>
  );
}

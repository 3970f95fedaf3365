import type { Photo } from '#core/article/model';
import type { Conflict } from '#core/captions/metadata-repair';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';

const SOURCES = { iim: 'IPTC', xmp: 'XMP', exif: 'EXIF' } as const;
const FIELDS: Readonly<Record<string, string>> = {
  headline: 'Headline',
  description: 'Caption',
  creator: 'Creator',
  creatorJobTitle: 'Job title',
  creditLine: 'Credit line',
  source: 'Source',
  copyrightNotice: 'Copyright',
  usageTerms: 'Terms',
  instructions: 'Instructions',
  dateCreated: 'Taken',
  personShown: 'People',
  locationShown: 'Place shown',
  locationCreated: 'Place',
  keywords: 'Keywords',
  altText: 'Alt text',
  extendedDescription: 'Extended description',
  licensor: 'Licensor',
  digitalSourceType: 'Made by',
};

/** Where IPTC, XMP and EXIF tell different things, side by side, and what was written in the wrong charset. */
export function Conflicts({
  photo,
  conflicts,
}: {
  readonly photo: Photo | null;
  readonly conflicts: readonly Conflict[];
}) {
  const app = useApp();
  if (conflicts.length === 0) {
    return <p className="quiet">The parts of the file agree, and their letters are whole.</p>;
  }
  return (
    <>
      {conflicts.map(({ field, values }) => (
        <section key={field} className="conflict" aria-label={FIELDS[field] ?? field}>
          <h3 className="label">{FIELDS[field] ?? field}</h3>
          <dl className="conflict-values">
            {values.map(({ source, text, repaired, counts }) => (
              <div key={source} className={counts ? 'is-counting' : ''}>
                <dt>{SOURCES[source]}</dt>
                <dd>
                  <bdi>{text}</bdi>
                  {repaired === null ? null : (
                    <span className="conflict-repaired">
                      reads <bdi>{repaired}</bdi>
                    </span>
                  )}
                  {counts ? <span className="note"> The story goes by this one.</span> : null}
                </dd>
              </div>
            ))}
          </dl>
          {photo && values.some(({ repaired }) => repaired !== null) ? (
            <Button
              small
              look="pencil"
              onPress={() => app.photos.repairField(photo.id, field)}
              aria-label={`Repair the letters of ${FIELDS[field] ?? field}`}
            >
              Repair the letters
            </Button>
          ) : null}
        </section>
      ))}
      <p className="note">The original stays as it is; the repair goes into exported copies.</p>
    </>
  );
}

import { metaValues } from '#core/captions/metadata';
import { rightsOrders } from '#core/captions/rights';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { whenWords } from '../../state/words';
import { Button } from '../../ui/button';

/** How the photo may be used. What the sender orders is acknowledged by name before the story is exported. */
export function Rights({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const settings = useDesk((state) => state.settings);
  const info = useDesk((state) => state.info);
  const { photo, figure } = row;
  const orders = rightsOrders(photo);
  const name = settings.user || info?.user || 'you';
  const facts = [
    ['Copyright', metaValues(photo, 'copyrightNotice')],
    ['Licensor', metaValues(photo, 'licensor')],
    ['Source', metaValues(photo, 'source')],
  ] as const;
  const told = facts.filter(([, values]) => values.length > 0);
  return (
    <>
      {orders.length === 0 ? (
        <p className="quiet">The file orders nothing: no instructions, no usage terms.</p>
      ) : null}
      {orders.map((order) => (
        <section
          key={`${order.field} ${order.text}`}
          className={`file-says-orders${order.acknowledged ? ' is-read' : ''}`}
          aria-label={order.field === 'instructions' ? 'Instructions' : 'Usage terms'}
        >
          <h3>{order.field === 'instructions' ? 'Instructions in the file' : 'Usage terms'}</h3>
          <p>
            “<bdi>{order.text}</bdi>”
          </p>
          {order.acknowledged ? (
            <p className="note">
              Acknowledged by {order.acknowledged.by || 'somebody'},{' '}
              {whenWords(Date.parse(order.acknowledged.at))}
            </p>
          ) : (
            <div>
              <Button
                small
                keys="Mod+Alt+A"
                onPress={() => app.photos.acknowledge(figure.id, order)}
              >
                Acknowledge as {name}
              </Button>
            </div>
          )}
        </section>
      ))}
      {told.length === 0 ? null : (
        <dl className="file-says-rows">
          {told.map(([label, values]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{values.join('; ')}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

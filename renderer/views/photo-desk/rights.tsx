import { metaValues } from '#core/captions/metadata';
import { restricts, rightsOrders } from '#core/captions/rights';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { whenWords } from '../../state/words';
import { Button } from '../../ui/button';

/** How the photo may be used. What the sender orders is acknowledged by name before the story is exported. */
export function Rights({ row }: { readonly row: FigureRow }) {
  const { photo } = row;
  const facts = [
    ['Copyright', metaValues(photo, 'copyrightNotice')],
    ['Licensor', metaValues(photo, 'licensor')],
    ['Source', metaValues(photo, 'source')],
    ['Creator', metaValues(photo, 'creator')],
    ['Job title', metaValues(photo, 'creatorJobTitle')],
  ] as const;
  const told = facts.filter(([, values]) => values.length > 0);
  return (
    <>
      {rightsOrders(photo).length === 0 ? (
        <p className="quiet">The file orders nothing: no instructions, no usage terms.</p>
      ) : null}
      <Orders row={row} />
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

/** The sender's orders, each with who has acknowledged it; `openOnly`: those that hold the export. */
export function Orders({
  row,
  openOnly = false,
}: {
  readonly row: FigureRow;
  readonly openOnly?: boolean;
}) {
  const app = useApp();
  const name = useDesk((state) => state.settings.user || state.info?.user || 'you');
  const { photo, figure } = row;
  const orders = rightsOrders(photo).map((order) => ({
    order,
    holds: order.acknowledged === null && restricts(order.text),
  }));
  const shown = openOnly ? orders.filter(({ holds }) => holds) : orders;
  const first = shown.find(({ order }) => order.acknowledged === null);
  return shown.map((one) => {
    const { order, holds } = one;
    const title = order.field === 'instructions' ? 'Instructions in the file' : 'Usage terms';
    return (
      <section
        key={`${order.field} ${order.text}`}
        className={`file-says-orders${holds ? '' : ' is-read'}`}
        aria-label={title}
      >
        <h3>{title}</h3>
        <p>
          “<bdi>{order.text}</bdi>”
        </p>
        {order.acknowledged ? (
          <p className="note">
            Acknowledged by {order.acknowledged.by || 'somebody'},{' '}
            {whenWords(Date.parse(order.acknowledged.at))}
          </p>
        ) : (
          <>
            {holds ? (
              <p className="note">The story is not exported before somebody has signed this.</p>
            ) : null}
            <div>
              <Button
                small
                {...(one === first ? { keys: 'Mod+Alt+A' } : {})}
                onPress={() => app.photos.acknowledge(figure.id, order)}
              >
                Acknowledge as {name}
              </Button>
            </div>
          </>
        )}
      </section>
    );
  });
}

import { useMemo } from 'react';
import { parseCredit } from '#core/captions/credit';
import { formatCredit } from '#core/captions/format';
import type { Finding } from '#core/checks/types';
import type { FigureRow } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { creditChips } from '../photos/credit-chips';
import { Words } from './words';

/** The printed credit, its parts, and the house's form of it. */
export function CreditCard({
  row,
  credit,
  findings,
}: {
  readonly row: FigureRow;
  readonly credit: string;
  readonly findings: readonly Finding[];
}) {
  const app = useApp();
  const { figure } = row;
  const form = useDesk((state) => state.book?.creditForm ?? null);
  const parsed = useMemo(() => parseCredit(credit), [credit]);
  const house = form === null || credit === '' ? credit : formatCredit(parsed, form);
  return (
    <Words
      label="Credit as printed"
      field="creditLine"
      figure={figure.id}
      block={figure.credit.id}
      text={credit}
      rows={1}
      hint="Who made it, and for whom"
      side={credit === '' ? 'missing' : house === credit ? 'in house form' : ''}
      over={credit === ''}
      findings={findings}
      tools={
        house === credit ? null : (
          <Button
            small
            look="quiet"
            keys="Mod+Alt+C"
            onPress={() => app.photos.houseCredit(figure.id)}
          >
            House form: {house}
          </Button>
        )
      }
    >
      {credit === '' ? null : (
        <dl className="credit-chips">
          {creditChips(parsed).map((chip) => (
            <div key={`${chip.name} ${chip.value}`} className={chip.sure ? '' : 'is-unsure'}>
              <dt>{chip.name}</dt>
              <dd>{chip.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {parsed.questions.map((question) => (
        <p key={question} className="note credit-question">
          {question}
        </p>
      ))}
    </Words>
  );
}

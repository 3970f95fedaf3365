import { readingText } from '#core/article/reading';
import type { FigureRow } from '../../state/photos';
import { AltText } from '../photos/alt-text';
import { CaptionCard } from './caption-card';
import { CreditCard } from './credit-card';
import { Picture } from './picture';
import { Verdicts } from './verdicts';

/** The chosen photo with the texts that are printed under it, and under each what the checks say of it. */
export function PhotoStage({ row }: { readonly row: FigureRow }) {
  const { figure, number, findings } = row;
  const caption = readingText(figure.caption.spans);
  const credit = readingText(figure.credit.spans);
  const alt = `${figure.id}.alt`;
  const of = (block: string) => findings.filter((finding) => finding.block === block);
  const isAlt = (check: string) => check.startsWith('alt-');
  // A missing alt text is a finding of the figure, as there is no text for it to stand in.
  const figureOwn = of(figure.id);
  return (
    <div className="photo-stage">
      <Picture row={row} />
      {figureOwn.some(({ check }) => !isAlt(check)) ? (
        <section className="stage-card" aria-label="Picture">
          <Verdicts findings={figureOwn.filter(({ check }) => !isAlt(check))} figure={figure.id} />
        </section>
      ) : null}
      <CaptionCard row={row} caption={caption} findings={of(figure.caption.id)} />
      <CreditCard row={row} credit={credit} findings={of(figure.credit.id)} />
      <section className="stage-card" aria-label="Alt text">
        <AltText figure={figure} photo={row.photo} number={number} />
        <Verdicts
          findings={[...figureOwn.filter(({ check }) => isAlt(check)), ...of(alt)]}
          figure={figure.id}
        />
      </section>
    </div>
  );
}

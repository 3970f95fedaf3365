import { readingText } from '#core/article/reading';
import type { FigurePart, FigureRow } from '../../state/photos';
import { partOf } from '../../state/photos';
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
  const of = (part: FigurePart) => findings.filter((finding) => partOf(figure, finding) === part);
  const picture = of('picture');
  return (
    <div className="photo-stage">
      <Picture row={row} />
      {picture.length === 0 ? null : (
        <section className="stage-card" aria-label="Picture">
          <Verdicts findings={picture} figure={figure.id} />
        </section>
      )}
      <CaptionCard row={row} caption={caption} findings={of('caption')} />
      <CreditCard row={row} credit={credit} findings={of('credit')} />
      <section className="stage-card" aria-label="Alt text">
        <AltText figure={figure} photo={row.photo} number={number} />
        <Verdicts findings={of('alt')} figure={figure.id} />
      </section>
    </div>
  );
}

import { Sparkles } from 'lucide-react';
import type { Photo } from '#core/article/model';
import { sourceType } from '#core/captions/source-type';

/** How a picture was made, where a reader has to be told: "AI-generated", "Composite". Nothing for a plain photo. */
export function MadeBy({ photo }: { readonly photo: Photo | null }) {
  const type = sourceType(photo);
  if (!type?.made) return null;
  return (
    <span className="made-by">
      <Sparkles aria-hidden="true" />
      {type.words}
    </span>
  );
}

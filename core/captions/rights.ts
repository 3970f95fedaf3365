import type { Acknowledgement, BlockId, MetadataField, Photo, Story } from '../article/model';
import { isFigure } from '../article/model';
import { RANK } from './metadata';

/** Fields that say how a photo may be used. */
const FIELDS: readonly MetadataField[] = ['instructions', 'usageTerms'];

/** What agencies put on every picture. */
const BOILERPLATE = [
  /(?:restricted to |for |free )?editorial use(?: only)?/gi,
  /mandatory credit:?[^.;]*/gi,
  /no (?:re)?sales?|no archives?|not released(?: \(nr\))?|no model release/gi,
  /all rights reserved|world rights|no restrictions?|none/gi,
  /tpx images of the day|attention editors?:?/gi,
  /(?:please )?credit[: ][^.;]*/gi,
  /(?:user|use|usage)[^.;]*(?:agree|subject to|terms)[^.;]*(?:licen[cs]e|conditions|agreement)[^.;]*/gi,
  /this (?:image|picture|photo) (?:was|is) (?:provided|supplied) by a third party/gi,
  /https?:\/\/\S+|©[^.;]*/gi,
];
const RESTRICTS =
  /embargo|\bhold for\b|\bnot (?:to )?be (?:used|published)|\bno (?:use|internet|web|online|tv|magazines?|tabloids?|third)|\bdo not\b|\bmust\b|\buntil\b|\bexclusive|\bout\b|\bone[- ]time\b|\bonly\b|\bpermission\b|\brestrict|\bapproval\b|\brequired\b|\bexpires?\b|\bprior to\b|\bkill\b|\bwithdraw|\bobscure|\bpixel/i;

/** One order of the sender, and who has read it. */
export interface RightsOrder {
  readonly field: MetadataField;
  readonly text: string;
  readonly acknowledged: Acknowledgement | null;
}

/** Every part of the file is read: an embargo in one counts, whatever the others say. */
function ordersIn(photo: Photo | null, field: MetadataField): readonly string[] {
  const desk = photo?.says?.[field];
  const all = desk ?? RANK.flatMap((source) => photo?.metadata?.[field]?.[source] ?? []);
  return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** What the sender asks for, each with whoever acknowledged these very words. */
export function rightsOrders(photo: Photo | null): readonly RightsOrder[] {
  return FIELDS.flatMap((field) =>
    ordersIn(photo, field).map((text) => ({
      field,
      text,
      acknowledged:
        photo?.acknowledged.find((one) => one.field === field && one.text.trim() === text) ?? null,
    })),
  );
}

/** The photo with an order acknowledged by name; `at` is ISO 8601. */
export function acknowledging(photo: Photo, order: RightsOrder, by: string, at: string): Photo {
  const entry: Acknowledgement = { by, at, field: order.field, text: order.text };
  return { ...photo, acknowledged: [...photo.acknowledged, entry] };
}

/** Does an order say more than agencies write on every picture? */
export function restricts(text: string): boolean {
  const rest = BOILERPLATE.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return RESTRICTS.test(rest);
}

/** An order of a photo's sender that nobody has acknowledged. */
export interface UnreadOrder {
  readonly figure: BlockId;
  /** Of the photo, 1-based, in reading order. */
  readonly number: number;
  readonly order: RightsOrder;
}

/** The orders that restrict how a story's photos may be used and that nobody has signed. */
export function unreadOrders(story: Story): readonly UnreadOrder[] {
  return story.article.blocks.filter(isFigure).flatMap(({ id, photo: shown }, at) => {
    const photo = story.photos.find((one) => one.id === shown) ?? null;
    return rightsOrders(photo)
      .filter(({ acknowledged, text }) => acknowledged === null && restricts(text))
      .map((order) => ({ figure: id, number: at + 1, order }));
  });
}

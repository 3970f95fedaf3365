import type { Photo, Story } from '../article/model';

/** Where a photo's caption stands: approved as it is, or why an approval does not hold any more. */
export type ApprovalState = 'none' | 'approved' | 'photo-changed' | 'text-changed';

/** Whether somebody has approved this photo with these printed texts. A new picture or other words void it. */
export function approvalState(photo: Photo | null, caption: string, credit: string): ApprovalState {
  const approval = photo?.approval;
  if (!photo || !approval) return 'none';
  if (approval.sha256 !== photo.sha256) return 'photo-changed';
  return approval.caption === caption && approval.credit === credit ? 'approved' : 'text-changed';
}

/** Approves (or, with null, takes back the approval of) a photo with its printed texts; `at` is ISO 8601. */
export function withApproval(
  story: Story,
  photo: string,
  approval: { readonly by: string; readonly at: string } | null,
  caption: string,
  credit: string,
): Story {
  return withPhoto(story, photo, (one) => ({
    ...one,
    approval: approval && { ...approval, sha256: one.sha256, caption, credit },
  }));
}

/** Changes one photo of a story; the story itself when it has no such photo. */
export function withPhoto(story: Story, id: string, change: (photo: Photo) => Photo): Story {
  if (!story.photos.some((photo) => photo.id === id)) return story;
  return {
    ...story,
    photos: story.photos.map((photo) => (photo.id === id ? change(photo) : photo)),
  };
}

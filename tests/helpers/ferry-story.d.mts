export interface SentPicture {
  readonly faults: readonly string[];
  readonly caption: string;
  readonly credit: string;
  readonly tags: Readonly<Record<string, unknown>>;
}
export const SENT: readonly SentPicture[];
export function ferryPage(): string;
export function sendFerryStory(folder: string, scale?: number): Promise<string>;

import type { CreditKind } from './labels';

export type PartyRole =
  | 'creator'
  | 'handle'
  | 'agency'
  | 'publisher'
  | 'organisation'
  | 'source'
  | 'pool'
  | 'staff'
  | 'handout'
  | 'uncredited'
  | 'client'
  | 'commissioner';

/** One party of a credit, in printed order. */
export interface CreditParty {
  readonly role: PartyRole;
  /** As printed. */
  readonly text: string;
  /** Canonical: the agency's name, the creator in ordinary capitals. */
  readonly name: string;
  /** Place in `raw`, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Which of several pictures is meant: "left", "top right". */
  readonly position: string | null;
  /** What this party made or distributes; the second role of a photo illustration differs from the first. */
  readonly work: CreditKind;
  /** Printed after "via". */
  readonly via: boolean;
  /** Spelled nearly like the agency `name` ("Gety"). */
  readonly near: boolean;
}

export interface CreditCreator {
  readonly name: string;
  readonly position: string | null;
  readonly handle: boolean;
}

/** A credit line, read. Derived fields follow from `parties`; nothing is inferred that is not printed. */
export interface Credit {
  /** The text as given, always. */
  readonly raw: string;
  readonly parties: readonly CreditParty[];
  readonly creators: readonly CreditCreator[];
  /** Canonical names of the chain in order, each once. The first is IPTC Source. */
  readonly agencies: readonly string[];
  readonly publishers: readonly string[];
  readonly organisations: readonly string[];
  readonly sources: readonly string[];
  /** Who passed it on last: printed after "via", or the last of several agencies. */
  readonly via: string | null;
  readonly kind: CreditKind;
  /** All kinds in printed order; two for "Photo illustration by … Photo by …". */
  readonly kinds: readonly CreditKind[];
  /** The licence's canonical name: "CC BY-SA 4.0". */
  readonly licence: string | null;
  readonly archive: boolean;
  readonly pool: boolean;
  readonly handout: boolean;
  readonly staff: boolean;
  readonly courtesy: boolean;
  readonly uncredited: boolean;
  readonly client: string | null;
  readonly commissioner: string | null;
  /** The first label as printed: "Photograph:", "©". */
  readonly label: string | null;
  /** Agencies printed twice in a row: what to cut, separator included. */
  readonly doubled: readonly {
    readonly start: number;
    readonly end: number;
    readonly name: string;
  }[];
  /** False when something had to be guessed; `questions` says what. */
  readonly certain: boolean;
  readonly questions: readonly string[];
}

export type { CreditKind } from './labels';

import data from '#assets/agencies.json';
import { editDistance, foldKey, foldSame, lowerSame } from './fold';

export type AgencyKind = 'wire' | 'agency' | 'stock' | 'publisher' | 'source';
/**
 * partner: distributed by others; word, surname: the name is also an ordinary word or a family name;
 * needs-licence: a host whose pictures need their licence named; public-domain: works of a government.
 */
export type AgencyFlag = 'partner' | 'word' | 'surname' | 'needs-licence' | 'public-domain';

/** A row of assets/agencies.json. */
export interface Agency {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly aliases?: readonly string[];
  readonly flags?: readonly AgencyFlag[];
}

const agencies = data.agencies as readonly Agency[];
const byKey = new Map<string, Agency>();
for (const agency of agencies) {
  for (const name of [agency.name, ...(agency.aliases ?? [])]) {
    const key = foldKey(name);
    if (!byKey.has(key)) byKey.set(key, agency);
  }
}
const abbreviations = new Set(
  agencies
    .flatMap((agency) => [agency.name, ...(agency.aliases ?? [])])
    .filter((name) => /^[\p{Lu}\d.]{2,7}$/u.test(name))
    .map(foldKey),
);
const notAgencies = new Set(data.notAgencies.map(foldKey));

/** Lower-cased names that contain what would otherwise part them ("The Post and Courier"). */
export const protectedPhrases: readonly string[] = agencies
  .flatMap((agency) => [agency.name, ...(agency.aliases ?? [])])
  .filter((name) => /[/|,&—]| and | for | - |\. | by /.test(foldSame(name)))
  .map((name) => lowerSame(foldSame(name)))
  .sort((a, b) => b.length - a.length);

const SUFFIX =
  / (?:file |handout |pool )?(?:photos?|photographs?|images?|pictures?|pics?|pix|graphics?|illustrations?)$/;

/** The agency, publisher or other named source of this text, by name or alias; "AP file photo" is AP. */
export function findAgency(text: string): Agency | undefined {
  const key = foldKey(text);
  const found = byKey.get(key);
  if (found) return found;
  const bare = key.replace(SUFFIX, '');
  return bare === key ? undefined : byKey.get(bare);
}

/** Whether the agency's row carries the flag. */
export function hasFlag(agency: Agency, flag: AgencyFlag): boolean {
  return agency.flags?.includes(flag) ?? false;
}

/** The canonical name of an agency by any of its names, or the text itself. */
export function canonicalAgency(text: string): string {
  return findAgency(text)?.name ?? text;
}

const near = new Map<string, Agency | null>();

/**
 * The agency whose name this text nearly spells ("Gety", "Thinksotck"): one edit for four to seven letters, two for
 * more. Real words and family names close to an agency's name never match; neither do abbreviations.
 */
export function nearAgency(text: string): Agency | undefined {
  const key = foldKey(text);
  if (key.length < 4 || key.length > 40 || byKey.has(key)) return undefined;
  const known = near.get(key);
  if (known !== undefined) return known ?? undefined;
  const found = searchNear(key);
  if (near.size > 2000) near.clear();
  near.set(key, found ?? null);
  return found;
}

function searchNear(key: string): Agency | undefined {
  if (notAgencies.has(key)) return undefined;
  if (/\.[a-z]{2,4}$/.test(key) || /\d/.test(key)) return undefined;
  const limit = key.length < 8 ? 1 : 2;
  let best: Agency | undefined;
  let least = limit + 1;
  for (const [name, agency] of byKey) {
    if (name.length < 5 || abbreviations.has(name)) continue;
    if (agency.flags?.includes('word') && !name.includes(' ')) continue;
    if (name[0] !== key[0] && name.length < 8) continue;
    if (plural(name, key)) continue;
    const distance = editDistance(name, key, limit);
    if (distance < least) {
      least = distance;
      best = agency;
    }
  }
  return best;
}

/** "Guardians" is no misspelling of "Guardian". */
function plural(a: string, b: string): boolean {
  return `${a}s` === b || `${a}es` === b;
}

import { isHandle, looksLikeName, normaliseCreator } from './creator-names';
import type { PartyRole } from './credit-types';
import { tidy } from './fold';
import { findAgency, nearAgency } from './gazetteer';
import { isGivenName } from './people';

export interface Classified {
  readonly role: PartyRole;
  readonly name: string;
  readonly near: boolean;
  /** A question when the type is a guess. */
  readonly question: string | null;
}

const POOL = /^(?:(?:white house|kremlin|royal|press) )?pool(?: photos?| photographer| via)?$/i;
const STAFF =
  /^(?:str|strf?|stf|stringer|staff|staff photos?|staff photographer|contributor|correspondent)$/i;
const HANDOUT = /^(?:handout|handout photos?|ho|hand out|courtesy handout)$/i;
const UNCREDITED =
  /^(?:uncredited|unknown|anonymous|no credit|n\/a|unattributed|photographer unknown|unknown photographer)$/i;
const NEWSPAPER =
  /\b(?:Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Courier|Dispatch|Bulletin|Examiner|Enquirer|Inquirer|Sentinel|Observer|Ledger|Register|Republican|Democrat|News|Star|Star-\p{L}+|Daily|Weekly|Magazine|Mail|Record|Advocate|Argus|Beacon|Banner|Citizen|Leader|Press-\p{L}+|Review|Today|Newspapers?|Shimbun|Zeitung|Newsday)$/u;
const ORGANISATION =
  /\b(?:Inc|Corp|LLC|Ltd|PLC|plc|GmbH|SA|AG|Co|Museum|University|College|School|Department|Dept|Ministry|Office|Police|Sheriff'?s?|Library|Archives?|Collection|Agency|Institute|Foundation|Studios?|Pictures|Films?|Entertainment|Productions?|Media|Committee|County|State|Government|Service|Services|Administration|Cent(?:er|re)|Association|Church|Hospital|Gallery|Society|Council|Navy|Army|Force|Guard|Marines|Corps|Records|Technologies|Group|Company|Bank|Airlines|Airways|Party|Campaign|Commission|Authority|Board|Court|Union|Network|Television|TV|Channel|Radio|Club|League|Federation|Trust|Parks?|Zoo|Observatory|Laboratory|Lab|Labs|Design|Graphics|Communications|Photography|Images?|Photos?|Photo|Press|Digital|Games|Motors|Theat(?:re|er)|Family|Prime|Netflix|HBO|Video|Embassy|Parliament|Senate|Congress|Presidency|Presidential|Palace|Republic|Ministerium|Courtesy|Project|Survey)\b/u;

/** Decides what one segment of a credit is, by the gazetteer and by its shape, never by its position. */
export function classify(text: string, alone: boolean): Classified {
  const bare = tidy(text);
  const plain = (role: PartyRole, name = bare): Classified => ({
    role,
    name,
    near: false,
    question: null,
  });
  if (POOL.test(bare)) return plain('pool', 'Pool');
  if (STAFF.test(bare)) return plain('staff', bare);
  if (HANDOUT.test(bare)) return plain('handout', 'Handout');
  if (UNCREDITED.test(bare)) return plain('uncredited', 'Uncredited');
  const agency = findAgency(bare);
  if (agency) {
    if (agency.kind === 'publisher') return plain('publisher', agency.name);
    return plain(agency.kind === 'source' ? 'source' : 'agency', agency.name);
  }
  const near = nearAgency(bare);
  if (near && (!/^\p{Lu}\p{Ll}+$/u.test(bare) || alone)) {
    const role =
      near.kind === 'publisher' ? 'publisher' : near.kind === 'source' ? 'source' : 'agency';
    return { role, name: near.name, near: true, question: `Is “${bare}” ${near.name}?` };
  }
  if (isHandle(bare)) return plain('handle');
  if (/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(bare) && /\.\p{Ll}{2,}$/u.test(bare))
    return plain('source');
  const words = bare.split(' ');
  if (NEWSPAPER.test(bare) && words.length >= 2 && !hasMiddleInitial(words))
    return plain('publisher');
  if (ORGANISATION.test(bare) || /\b(?:of|for) (?:the )?\p{Lu}/u.test(bare))
    return plain('organisation');
  if (words.length === 1 && /^[A-Z&]{2,6}$/.test(bare)) {
    return {
      role: 'organisation',
      name: bare,
      near: false,
      question: `Is “${bare}” an organisation or a person?`,
    };
  }
  if (words.length > 1 && isAcronyms(words)) {
    return {
      role: 'organisation',
      name: bare,
      near: false,
      question: `Is “${bare}” an organisation or a person?`,
    };
  }
  // A name with an article and nothing that says company or office: papers call themselves so.
  if (/^The(?: \p{Lu}\p{Ll}[\p{L}’'-]*)+$/u.test(bare)) return plain('publisher');
  if (/^the \p{Lu}/iu.test(bare)) return plain('organisation');
  const person = withoutRank(bare);
  if (looksLikeName(person)) return plain('creator', normaliseCreator(person));
  return {
    role: 'organisation',
    name: bare,
    near: false,
    question: `Who is “${bare}”: a person, an agency or a company?`,
  };
}

/** "Alice B. Herald": a person, although papers are called so too. */
function hasMiddleInitial(words: readonly string[]): boolean {
  const [first = '', ...others] = words;
  return isGivenName(first) && others.slice(0, -1).some((word) => /^\p{Lu}\.$/u.test(word));
}

/** "JHU APL": short words in capitals, none of them a given name. */
function isAcronyms(words: readonly string[]): boolean {
  return words.every((word) => /^\p{Lu}{2,4}$/u.test(word) && !isGivenName(word));
}

/** The role a person or body takes after "for": who commissioned it, or an agency's paying client. */
export function roleAfterFor(classified: Classified, afterAgency: boolean): PartyRole {
  if (classified.role === 'agency') return 'agency';
  return afterAgency ? 'client' : 'commissioner';
}

const RANK =
  /^(?:(?:Staff|Senior|Master|Tech|Technical|Gunnery|Lance|First|Chief|Mass|Lt|Maj|Brig)\.? )*(?:Sgt\.?|Sergeant|Airman|Cpl\.?|Corporal|Pfc\.?|Petty Officer|Seaman|Lieutenant|Lt\.?|Capt\.?|Captain|Spc\.?|Pvt\.?|Maj\.?|Communication Specialist|Communications Specialist)(?: (?:1st|2nd|3rd|First|Second|Third) Class)?(?: Class)? (?=\p{Lu})/u;

function withoutRank(text: string): string {
  return text.replace(RANK, '');
}

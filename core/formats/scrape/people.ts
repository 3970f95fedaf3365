import { findDate } from './dates';

const WORD = "\\p{Lu}[\\p{L}'’\\-]*\\.?";
const PARTICLE = '(?:de|del|della|der|den|van|von|zu|la|le|du|da|dos|di|bin|ibn|al|el|ter|ten|y|e)';
const NAME = `${WORD}(?:[ \\u00A0](?:${PARTICLE}[ \\u00A0]){0,2}${WORD}){1,3}`;
const JOINED = `${NAME}(?:(?:, (?:and )?| and | & | und | et | y | e | en | och | og )${NAME}){0,4}`;

const INTRODUCTION =
  /^(?:by|words by|written by|story by|text by|reporting by|posted by|author|authors|von|text|autor|autorin|par|propos recueillis par|por|escrito por|di|de|door|av|af|przez|автор)\s*:?\s+/iu;
const INTRODUCED = new RegExp(`^(${JOINED}|${WORD})(.*)$`, 'u');
const NAME_ONLY = new RegExp(`^(${JOINED})$`, 'u');
const LEADING_NAME = new RegExp(`^(${NAME})(?=[ ,])`, 'u');

export interface Byline {
  /** As printed, without a date. */
  readonly text: string;
  readonly names: string;
  /** What followed the names and is no part of the byline (a date, a time). */
  readonly rest: string;
  readonly published: string | null;
}

/** Reads "By Jane Doe and John Roe, Staff Writer | Oct. 13, 2009"; null when the line is something else. */
export function readByline(text: string): Byline | null {
  if (text.length > 200) return null;
  const introduction = INTRODUCTION.exec(text);
  const match = introduction ? INTRODUCED.exec(text.slice(introduction[0].length)) : null;
  const names = match?.[1];
  if (!match || !names) return null;
  const tail = match[2] ?? '';
  const date = findDate(tail);
  const cut = date
    ? tail.slice(0, date.start).search(/\s*[|·•–—,/-]*\s*\p{L}*\s*$/u)
    : tail.search(/\s*[|·•,–—-]*\s*\d/u);
  const kept = cut >= 0 ? tail.slice(0, cut) : tail;
  if (
    !/^(\s*[|,/·•–—-]\s*[^.!?]{2,70}|\s*\([^)]{2,50}\)|\s+(in|for|at|à|in|aus|en|für) [^.!?]{2,50})?\s*$/iu.test(
      kept,
    )
  )
    return null;
  return {
    text: `${text.slice(0, text.length - tail.length)}${kept}`.trim(),
    names,
    rest: tail.slice(kept.length).replace(/^[\s|·•,–—/-]+/u, ''),
    published: date?.iso ?? null,
  };
}

/** True for a line that holds nothing but one to five personal names. */
export function isNames(text: string): boolean {
  return text.length <= 120 && NAME_ONLY.test(text);
}

const ROLE =
  /(?<!\p{L})(reporter|correspondent|editor|editor-in-chief|writer|columnist|journalist|contributor|producer|photographer|chief|author|professor|fellow|freelance\w*|critic|intern|bureau|covers|writes|blogs|redakteur\w*|journalist\w*|korrespondent\p{L}*|autor\p{L}*|kolumnist\w*|freier?|leitet|schreibt|rédact\p{L}*|journaliste|correspondante?|chroniqueu\w*|auteure?|grand reporter|redactora?|periodista|corresponsal|columnista|escritora?|redattore|redattrice|giornalista|scrittore|scrittrice|jornalista|repórter|colunista|redacteur|verslaggever|schrijft)(?!\p{L})/iu;
const BEING =
  /^[^.!?]{0,60}?(?<!\p{L})(is|was|are|were|has been|works|worked|writes|covers|reports|joined|has covered|has written|leads|ist|war|sind|arbeitet|arbeitete|schreibt|berichtet|leitet|est|était|sont|travaille|écrit|couvre|es|era|fue|son|trabaja|escribe|cubre|è|era|sono|lavora|scrive|é|foi|trabalha|escreve|werkt|schrijft)(?!\p{L})/iu;
const HANDLE = /(^|[\s:(])@\w{2,30}\b|\b(twitter|x\.com|mastodon|bluesky|instagram)\s*:/iu;
const MAIL = /[\w.+-]+@[\w-]+\.[\w.]{2,}/u;
const SIGN_OFF =
  /^\(?(additional )?(reporting|writing|editing|compiled|edited|reported|graphics|translation|translated|with reporting|contributed) (by|from)\b|\bcontributed (reporting|to this (report|story|article))|^(mitarbeit|bearbeitung|aus dem englischen|redaktion|traduit|traduction|con información|traducción|con la collaborazione)\b/iu;

export interface Bio {
  /** The person the note is about; null for a sign-off of several ("Reporting by …"). */
  readonly name: string | null;
}

/**
 * Reads the note on the author that stands below a story: a name, what the person is, often a handle or an address.
 * `late` tells that it stands at the story's end, where weaker signs are enough.
 */
export function readBio(text: string, late: boolean): Bio | null {
  if (text.length > 900 || text.length < 12) return null;
  if (SIGN_OFF.test(text)) return { name: null };
  if (/["“„«]/.test(text.slice(0, 80))) return null;
  const plain = text.replace(
    /^(about the (author|writer)|zur person|à propos de l['’]auteur|sobre el autor)\s*:?\s*/iu,
    '',
  );
  const name = LEADING_NAME.exec(plain)?.[1] ?? null;
  const contact = HANDLE.test(text) || MAIL.test(text);
  const follow =
    /^(follow|folgen sie|suivez|sigue a|segui|contact|reach|e-?mail|send tips)\b/iu.test(plain);
  if (follow && contact) return { name: null };
  if (!name || !late) return null;
  const role = ROLE.test(plain.slice(0, 260)) && BEING.test(plain);
  if (role || (contact && (BEING.test(plain) || text.length < 140)))
    return { name: trimName(name) };
  return null;
}

/** In capitals the verb looks like a name ("JANE ROE IS THE …"). */
function trimName(name: string): string {
  return name
    .replace(/[ \u00A0](is|was|are|has|covers|writes|works|ist|est|es|è|é)([ \u00A0].*)?$/iu, '')
    .trim();
}

const DATELINE =
  /^((?:\p{Lu}{2,}[\p{Lu}.'’-]*)(?: \p{Lu}[\p{Lu}.'’-]+){0,3})((?:, [\p{L}. ]{2,24}){0,2})(?:, \p{L}{3,9}\.? \d{1,2})?\s*(?:\([^)]{2,30}\))?\s*(?:—|–|--|-|:)\s/u;

/** Place part of a dateline ("MOSCOW", "RENO, Nev."), as printed; '' when the paragraph opens with none. */
export function datelinePlace(text: string): string {
  const match = DATELINE.exec(text.slice(0, 160));
  if (!match?.[1]) return '';
  return `${match[1]}${match[2] ?? ''}`
    .replace(/, \p{L}{3,9}\.?$/u, (part) =>
      /^, (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(part) ? '' : part,
    )
    .trim();
}

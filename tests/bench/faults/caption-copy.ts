import { existsSync, readFileSync } from 'node:fs';
import { splitCaptionCredit } from '#core/captions/split';
import type { Random } from './made';
import { city, groupStart, noun, one, person } from './made';

const FILE = new URL('../../../../shared/material/prose/captions-all.jsonl', import.meta.url);

/** Real captions that are sentences, without their credits; none where the material is absent. */
const REAL: readonly string[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((row) => splitCaptionCredit((JSON.parse(row) as { caption: string }).caption).caption)
      .filter(
        (text) =>
          text.length > 40 &&
          text.length < 300 &&
          /\b(?:the|of|in|and)\b/u.test(text) &&
          /^\p{Lu}.*\.$/su.test(text),
      )
  : [];

/** Things people do in pictures, in the present tense, with what they do it to. */
const DOES =
  'waves to supporters|inspects the damage|speaks to reporters|cuts the ribbon|walks past the crowd|holds up a banner|celebrates after the vote|looks on|takes a selfie|greets a child|carries a box|reads from a letter|leaves court|climbs the stairs|repairs a net|shakes hands with a visitor|paints a wall|unloads a truck|tries on a helmet|plays the violin'.split(
    '|',
  );
const DO =
  'wave to supporters|inspect the damage|speak to reporters|march through the rain|walk past the crowd|hold up banners|celebrate after the vote|look on|take selfies|greet a child|carry boxes|clean up debris|leave court|climb the stairs|repair nets|queue for water|paint a wall|unload a truck|clash with guards|play football'.split(
    '|',
  );

/** What one person, or several, do: "waves to supporters", "wave to supporters". */
export const does = (random: Random): string => one(DOES, random);
export const doThat = (random: Random): string => one(DO, random);

/** A caption as it should be: who does what where, and when. */
export function madeCaption(random: Random): string {
  const who =
    random(2) === 0
      ? `${person(random).full} ${does(random)}`
      : `${groupStart(random)} ${doThat(random)}`;
  return `${who} ${one([`near the ${noun(random)} in`, 'in', `outside a ${noun(random)} in`], random)} ${city(random)} on ${one(['Monday', 'Tuesday', 'Friday', 'Sunday'], random)}.`;
}

/** A clean caption: three in four are real ones where the material is at hand. */
export function cleanCaption(random: Random): string {
  return REAL.length > 0 && random(4) > 0 ? one(REAL, random) : madeCaption(random);
}

/** Frequent small words that other languages lack. */
const WORDS: readonly (readonly [language: string, words: string])[] = [
  ['en-US', 'the and of to that with for was is on he she they from have has said by at'],
  ['de', 'der die das und ist nicht mit von den ein eine auch dem zu im für auf sich wird hat'],
  ['fr', 'le la les des et est une dans pour que qui pas sur avec au ce il elle sont du'],
  ['es', 'el los las del una que por con para más como su al se fue es lo pero está y'],
  ['it', 'il di che non per una con del della sono gli alla dei nel è anche più ha ma'],
  ['pt', 'o os as da do uma não em com para que mais dos foi ao são pelo ele também e'],
  ['nl', 'het een van en dat niet zijn op met voor de te hij ook aan bij naar heeft maar'],
  ['sv', 'och att det som på är av för med den till inte har ett de om han var jag'],
];

/** BCP 47 tag of the language a text is written in, by its small words; American English when in doubt. */
export function guessLanguage(text: string): string {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, 20_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = 'en-US';
  let most = 0;
  for (const [language, words] of WORDS) {
    const score = words.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    if (score > most * 1.2 && score >= 4) {
      best = language;
      most = score;
    }
  }
  return best;
}

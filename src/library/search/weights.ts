/** Purpose: every number that tunes the ranking, in one place. Each was set by measuring (`npm run bench:search`), never for one query. */
export const WEIGHTS = {
  /** What a meaning counts beside the very word: by how sure the words are of it, and whether they are English. */
  narrow: 0.6,
  wide: 0.45,
  narrowForeign: 1,
  wideForeign: 0.6,
  /** A phrase of several words says its meaning more surely than one word does: so much more by word. */
  longer: 0.3,
  /** A word with several meanings says each less surely: its meanings count by their number to this power. */
  ambiguity: -0.5,
  /** What the lesser of word and meaning still adds. */
  second: 0.25,
  /** Everyday words that are no words of the field count so much of others. */
  everyday: 0.75,
  /** An entry that answers nothing but the heaviest word keeps this share of its score. */
  uncovered: 0.3,
  /** An entry in which all the question's words stand together counts so much more. */
  close: 0.5,
  place: 1,
  theme: 1,
}

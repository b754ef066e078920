/** Purpose: every number that tunes the ranking, in one place. Each was set by measuring (`npm run bench:search`), never for one query. */
export const WEIGHTS = {
  /** What a meaning counts beside the very word: by how sure the words are of it, and whether they are English. */
  narrow: 0.8,
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
  close: 0.3,
  place: 1,
  theme: 1,
  /** Being addressed, for the name of a target in a question for advice. */
  target: 0.8,
  /** How much the wanted kinds are lifted, and those who address the wanted target. */
  wanted: 0.3,
  addressed: 0.2,
}

/** What a word counts by where it stands, in tenths of a word of the summary. */
export const FIELDS = { title: 30, summary: 10, organisations: 12, names: 18, targets: 10, concerns: 12, asks: 10, lists: 8, source: 3 }

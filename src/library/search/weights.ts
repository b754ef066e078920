/** Purpose: every number that tunes the ranking, in one place. Each was set by measuring (`npm run bench:search`), never for one query. */
export const WEIGHTS = {
  /** What a meaning counts beside the very word: by how sure the words are of it, and whether they are English. */
  narrow: 0.9,
  wide: 0.5,
  narrowForeign: 1,
  wideForeign: 0.6,
  /** A phrase of several words says its meaning more surely than one word does: so much more by word. */
  longer: 0.4,
  /** A word with several meanings says each less surely: its meanings count by their number to this power. */
  ambiguity: -0.35,
  /** What the lesser of word and meaning still adds. */
  second: 0.25,
  /** Everyday words that are no words of the field count so much of others. */
  everyday: 0.75,
  /** An entry that answers nothing but the heaviest word keeps this share of its score. */
  uncovered: 0.2,
  /** An entry in which all the question's words stand together counts so much more. */
  close: 0.2,
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

/** What lies around a place is meant less than the place; a place inside an organisation's name hardly at all. */
export const NEAR = { around: 0.45, inName: 0.2 }

/** How the likeness to the best entries counts: so many examples, their heaviest features, and the share of the best score at full likeness. */
export const FEEDBACK = { examples: 8, features: 12, weight: 0.5, heavy: 30, fewest: 3 }

/**
 * What speaks for a question being about the field, and what against. From a logistic fit over 1,700 real questions, 150 off-topic ones and
 * short names; `each` is by the mean over the question's groups.
 */
export const CONFIDENCE = {
  /** By the square of what the best entry covers. */
  covered: 6.2,
  each: { narrow: 1, wide: 1.8, aside: -1.8, place: -0.8, rare: 1, everyday: -3, unknown: -6, strange: -3 },
  narrow: 1.6,
  mended: 0.5,
  mendedForeign: -5,
  wants: 2,
  enough: 2.5,
}

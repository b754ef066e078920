/** Purpose: the field's concepts with the words for them in five languages, read from `seeds/lexicon.yaml` and checked. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { readPlainLexicon } from './lexicon-lines.ts'
import { SeedMistakes } from './read-seeds.ts'

export const LEXICON_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'] as const
export type LexiconLanguage = (typeof LEXICON_LANGUAGES)[number]

const phrase = z.string().trim().min(1).max(80)
const phrases = z.array(phrase).default([])
const lists = z.strictObject({ en: phrases, fr: phrases, es: phrases, pt: phrases, ar: phrases })
const none = { en: [], fr: [], es: [], pt: [], ar: [] }

const conceptSchema = z.strictObject({
  concept: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as city-government'),
  aside: z.boolean().default(false),
  narrow: lists,
  wide: lists.default(none),
})
const lexiconSchema = z.array(conceptSchema).superRefine((concepts, context) => {
  const seen = new Set<string>()
  for (const { concept } of concepts) {
    if (seen.has(concept)) context.addIssue({ code: 'custom', message: `the concept ${concept} stands there twice` })
    seen.add(concept)
  }
})

/**
 * `narrow` words mean the concept wherever they stand; `wide` ones only widen a question. What is `aside` belongs to all of life (film, sport):
 * naming it does not show that a question is about the field.
 */
export type Concept = z.infer<typeof conceptSchema>
export type Lexicon = readonly Concept[]

const LEXICON = new URL('../../seeds/lexicon.yaml', import.meta.url)

/** @throws SeedMistakes */
export async function loadLexicon(file: URL = LEXICON): Promise<Lexicon> {
  return readLexicon(await readFile(file, 'utf8'))
}

/** @throws SeedMistakes */
export function readLexicon(text: string): Lexicon {
  const checked = lexiconSchema.safeParse(readPlainLexicon(text) ?? parseYaml(text))
  if (checked.success) return checked.data
  throw new SeedMistakes(checked.error.issues.map(({ path, message }) => ['lexicon.yaml', ...path.map(String), message].join(': ')))
}

function parseYaml(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new SeedMistakes([`lexicon.yaml: not readable as YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`])
  }
}

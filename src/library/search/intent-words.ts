/** Purpose: the phrases by which people say which kind of entry they want and whom it should address, read from `seeds/intents.yaml`. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { KINDS, TARGETS } from '../entry.ts'
import { SeedMistakes } from '../read-seeds.ts'

const phrases = z.array(z.string().trim().min(1)).default([])
const schema = z.strictObject({
  intents: z.array(z.strictObject({ kinds: z.array(z.enum(KINDS)), asks: phrases, names: phrases, means: z.string().default('') })),
  targets: z.partialRecord(z.enum(TARGETS), phrases),
})

/** `asks` only say what is wanted (`means` is searched for in their stead); `names` are words to find as well. */
export type IntentWords = z.infer<typeof schema>

const INTENTS = new URL('../../../seeds/intents.yaml', import.meta.url)

/** @throws SeedMistakes */
export async function loadIntentWords(file: URL = INTENTS): Promise<IntentWords> {
  const checked = schema.safeParse(parse(await readFile(file, 'utf8')))
  if (checked.success) return checked.data
  throw new SeedMistakes(checked.error.issues.map(({ path, message }) => `intents.yaml: ${path.map(String).join('.')}: ${message}`))
}

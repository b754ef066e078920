/** Purpose: read the starter library from its YAML files; every mistake is named at once: file, entry, field, and what was expected. */
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Entry, entrySchema, sourceSchema } from './entry.ts'
import type { Places } from './places.ts'
import type { Themes } from './themes.ts'

export class SeedMistakes extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(`The starter library has ${mistakes.length} mistake(s):\n${mistakes.map(mistake => `  ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

const fileSchema = z.strictObject({ source: sourceSchema, entries: z.array(z.unknown()) })

export type SeedFile = { readonly name: string; readonly text: string }

export async function readSeedFiles(folder: URL): Promise<SeedFile[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort()
  return Promise.all(names.map(async name => ({ name, text: await readFile(new URL(name, folder), 'utf8') })))
}

/** @throws SeedMistakes */
export function parseSeeds(files: readonly SeedFile[], places: Places, themes: Themes): Entry[] {
  const mistakes: string[] = []
  const entries = files.flatMap(({ name, text }) => readFileEntries(name, text, mistakes))
  mistakes.push(...checkTogether(entries, places, themes))
  if (mistakes.length > 0) throw new SeedMistakes(mistakes)
  return entries.map(({ entry }) => entry)
}

type Placed = { readonly file: string; readonly entry: Entry }

function readFileEntries(file: string, text: string, mistakes: string[]): Placed[] {
  try {
    const parsed = fileSchema.safeParse(parse(text))
    if (!parsed.success) {
      mistakes.push(...describe(file, '', parsed.error))
      return []
    }
    const { source, entries } = parsed.data
    return entries.flatMap((raw, index) => {
      const result = entrySchema.safeParse(raw)
      if (result.success) return [{ file, entry: { ...result.data, source } }]
      mistakes.push(...describe(file, nameOf(raw, index), result.error))
      return []
    })
  } catch (error) {
    mistakes.push(`${file}: not readable as YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return []
  }
}

const nameOf = (raw: unknown, index: number) => {
  const named = z.object({ id: z.string() }).safeParse(raw)
  return named.success ? named.data.id : `entry ${index + 1}`
}

const describe = (file: string, entry: string, error: z.ZodError) =>
  error.issues.map(issue => `${[file, entry, issue.path.join('.')].filter(part => part !== '').join(': ')}: expected ${issue.message}`)

function checkTogether(placed: readonly Placed[], places: Places, themes: Themes): string[] {
  const first = new Map<string, string>()
  const twice = placed.flatMap(({ file, entry }) => {
    const known = first.get(entry.id)
    first.set(entry.id, known ?? file)
    return known === undefined ? [] : [`${file}: ${entry.id}: id: expected one of its own; ${known} has it too`]
  })
  const unknown = placed.flatMap(({ file, entry }) => [
    ...entry.themes
      .filter(theme => !themes.get(theme))
      .map(theme => `${file}: ${entry.id}: themes: expected an id of seeds/themes.yaml, got ${theme}`),
    ...entry.places
      .filter(place => !places.get(place))
      .map(place => `${file}: ${entry.id}: places: expected an id of seeds/places.yaml, got ${place}`),
    ...entry.related.filter(id => !first.has(id)).map(id => `${file}: ${entry.id}: related: expected the id of another entry, got ${id}`),
  ])
  return [...twice, ...unknown]
}

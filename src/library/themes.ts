/** Purpose: the themes that entries carry: what each is called in every language of the chat, and which one somebody means. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '../locales/say.ts'
import { makeFinder } from './find-label.ts'
import { SeedMistakes } from './read-seeds.ts'

export type Theme = { readonly id: string; readonly names: Readonly<Record<Language, string>> }

export type Themes = {
  readonly all: readonly Theme[]
  get(id: string): Theme | undefined
  /** The best first; nothing for what is no theme. */
  find(text: string): Theme[]
}

const THEMES = new URL('../../seeds/themes.yaml', import.meta.url)

/** @throws SeedMistakes */
export async function loadThemes(file: URL = THEMES): Promise<Themes> {
  return readThemes(await readFile(file, 'utf8'))
}

/** @throws SeedMistakes naming each mistake by theme and language */
export function readThemes(text: string): Themes {
  const { data, error } = fileSchema.safeParse(parseYaml(text))
  if (error) throw new SeedMistakes(error.issues.map(describe))
  return makeThemes(Object.entries(data).map(([id, names]) => ({ id, names })))
}

function makeThemes(all: readonly Theme[]): Themes {
  const byId = new Map(all.map(theme => [theme.id, theme]))
  return {
    all,
    get: id => byId.get(id),
    find: makeFinder(() => all.flatMap(theme => [theme.id, ...Object.values(theme.names)].map(text => ({ text, item: theme }))), 'words'),
  }
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters and hyphens, such as hate-speech')
const name = z.string('a name').trim().min(1, 'a name')
const names = { en: name, fr: name, es: name, ar: name } satisfies Record<Language, typeof name>
const fileSchema = z.record(slug, z.strictObject(names, 'its names by language'), 'themes by their ids')

/** The parser itself says where a theme stands twice. */
function parseYaml(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new SeedMistakes([`themes.yaml: not readable as YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`])
  }
}

const describe = (issue: z.core.$ZodIssue) => {
  const expected = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message
  return ['themes.yaml', ...issue.path.map(String), `expected ${expected}`].join(': ')
}

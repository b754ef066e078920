/** Purpose: what a report template is: sections with ids, limits and help in four languages, as data that a coalition can bring itself. */
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { NOTE_TYPES } from './note-types.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters, digits and hyphens, such as gfmd-2016')
const sentence = z.string('a text').trim().min(1, 'a text').max(600, 'a text of at most 600 characters')
const words = z.strictObject({ en: sentence, fr: sentence, es: sentence, ar: sentence }, 'the text in en, fr, es and ar')
const types = z.array(z.enum(NOTE_TYPES, `one of ${NOTE_TYPES.join(', ')}`)).min(1, 'at least one type of note')
const limit = z.int('a whole number').min(1, 'a limit from 1').max(100, 'a limit up to 100').optional()

const part = z.strictObject({ id: slug, types, limit, title: words })
const section = z.strictObject({
  id: slug,
  types,
  limit,
  title: words,
  help: words,
  /** A heading over this section and those that follow it. */
  chapter: words.optional(),
  /** Asks whom each note addresses, or who will do it. */
  asks: z.enum(['targets', 'who']).optional(),
  /** For commitments: due from and until so many months after the session. */
  months: z.tuple([z.int().min(0), z.int().max(60)]).optional(),
  /** What belongs to each note here, such as the actions of a recommendation. */
  parts: z.array(part).default([]),
})

export const templateSchema = z
  .strictObject({ id: slug, title: words, sections: z.array(section).min(1, 'at least one section').max(30, 'at most 30 sections') })
  .superRefine(({ sections }, context) => {
    const ids = sections.flatMap(({ id, parts }) => [id, ...parts.map(inner => inner.id)])
    for (const id of ids.filter((each, at) => ids.indexOf(each) < at))
      context.addIssue({ code: 'custom', path: ['sections', id], message: 'an id that no other section has' })
  })

export type Template = z.infer<typeof templateSchema>
export type Section = Template['sections'][number]
export type Part = Section['parts'][number]

export class TemplateMistakes extends Error {
  readonly mistakes: readonly string[]
  constructor(name: string, mistakes: readonly string[]) {
    super(`${name} has ${mistakes.length} mistake(s):\n${mistakes.map(mistake => `  ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

/** @throws TemplateMistakes naming the place of each mistake, and what was expected */
export function readTemplate(text: string, name = 'template'): Template {
  const { data, error } = templateSchema.safeParse(parseYaml(text, name))
  if (error) throw new TemplateMistakes(name, error.issues.map(describe))
  return data
}

function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new TemplateMistakes(name, [`not readable as YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`])
  }
}

const describe = ({ path, message, code, ...more }: z.core.$ZodIssue) =>
  code === 'unrecognized_keys' && 'keys' in more
    ? `${[...path, String(more.keys)].join('.')}: no such field`
    : `${path.join('.') || 'the whole'}: expected ${message.replace(/^Invalid input: expected /, '')}`

const FOLDER = new URL('../../seeds/templates/', import.meta.url)

/** @throws TemplateMistakes */
export async function loadTemplates(folder: URL = FOLDER): Promise<Template[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort()
  return Promise.all(names.map(async name => readTemplate(await readFile(new URL(name, folder), 'utf8'), name)))
}

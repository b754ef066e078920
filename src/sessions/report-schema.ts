/** Purpose: the JSON of a report: written by publication and export, read back from the database. */
import { z } from 'zod'
import { TARGETS } from '../library/entry.ts'
import { LANGUAGES } from '../locales/say.ts'
import { NOTE_TYPES } from './note-types.ts'
import type { Item, Report } from './report.ts'

const itemSchema: z.ZodType<Item> = z.lazy(() =>
  z.object({
    number: z.number(),
    type: z.enum(NOTE_TYPES),
    words: z.string(),
    targets: z.array(z.enum(TARGETS)),
    who: z.string(),
    due: z.object({ on: z.string().nullable(), words: z.string() }),
    attribution: z.string(),
    parts: z.array(z.object({ title: z.string(), items: z.array(itemSchema) })),
  }),
)

export const reportSchema: z.ZodType<Report> = z.object({
  session: z.string(),
  title: z.string(),
  template: z.string(),
  language: z.enum(LANGUAGES),
  date: z.string(),
  version: z.number(),
  sections: z.array(z.object({ id: z.string(), chapter: z.string(), title: z.string(), help: z.string(), items: z.array(itemSchema) })),
  annex: z.array(itemSchema),
  since: z.object({ title: z.string(), lines: z.array(z.object({ id: z.string(), words: z.string(), state: z.string() })) }).nullable(),
})

/** Purpose: what waits for review, with the entry that it would become. */
import { z } from 'zod'
import { type Entry, entrySchema, sourceSchema } from './entry.ts'
import type { Submission } from './review-store.ts'

export type Waiting = Submission & { readonly entry: Entry }

const storedEntry = z.intersection(entrySchema, z.object({ source: sourceSchema }))
export const readEntry = (body: string): Entry => storedEntry.parse(JSON.parse(body))
export const readWaiting = (submission: Submission): Waiting => ({ ...submission, entry: readEntry(submission.body) })

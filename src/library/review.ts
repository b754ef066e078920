/** Purpose: the way back into the library: proposed by members, looked at by two others, published, flagged, mended, and looked at again. */
import { type Address, formatAddress, sameAddress } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import { atLeast } from '../command-kit/roles.ts'
import { nextNumber } from '../database/counters-store.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import { fold } from '../nearest.ts'
import type { People } from '../people/people.ts'
import type { Text } from '../reply.ts'
import { type Entry, entrySchema, ID_PREFIXES } from './entry.ts'
import type { Library } from './library.ts'
import { raiseRevision, saveEntry } from './library-store.ts'
import { makeProposal, nearDuplicates, type Wording } from './proposal.ts'
import type { LibraryEntry } from './question.ts'
import { readEntry, readWaiting, type Waiting } from './read-waiting.ts'
import { reviewJobs } from './review-jobs.ts'
import {
  approvalsOf,
  clearFlags,
  type Flag,
  findFlags,
  findSubmissions,
  formerOf,
  insertSubmission,
  keepFormer,
  OWN_IDS,
  saveApproval,
  saveFlag,
  saveStanding,
  saveWish,
  settleSubmission,
  standingOf,
} from './review-store.ts'

export const NEEDED = 2
const WAITS = 14 * 86_400_000

export type Approved = { readonly count: number; readonly published: string | undefined }

export type Review = {
  propose(by: Person, wording: Wording): Promise<{ readonly waiting: Waiting; readonly near: readonly LibraryEntry[] }>
  queue(coalition: number): Promise<readonly Waiting[]>
  get(coalition: number, number: number): Promise<Waiting | undefined>
  /** Counts once a person; coordinators each, members once an organisation. `own` may not be approved. */
  approve(waiting: Waiting, by: Person, organisation: string): Promise<Approved | 'own' | 'no-organisation'>
  reject(waiting: Waiting): Promise<void>
  flag(by: Person, flag: Omit<Flag, 'at'>): Promise<void>
  flags(coalition: number): Promise<readonly Flag[]>
  /** It is as it should be: flags go, and the date of the last check is today. */
  checked(coalition: number, entryId: string): Promise<void>
  /** @returns nothing, or what the library's rules say against it */
  edit(by: Person, entry: LibraryEntry, change: Partial<Pick<Entry, 'title' | 'summary' | 'address'>>): Promise<string | undefined>
  former(coalition: number, entryId: string): Promise<readonly { readonly entry: Entry; readonly at: number }[]>
  standing(coalition: number, entryId: string): Promise<{ readonly standing: string; readonly checkedAt: number } | undefined>
  /** Asks the fitting group for such a practice. @returns to how many places the request goes */
  wish(by: Person, words: string): Promise<{ readonly fresh: boolean; readonly homes: number }>
  /** In the transaction of a publication; each note once, whatever the version. */
  proposeInside(trx: Trx, coalition: number, origin: string, wording: Wording): Promise<void>
  readonly jobs: ReturnType<typeof reviewJobs>
}

export type ReviewParts = {
  readonly db: Database
  readonly library: Library
  readonly people: People
  readonly outbox: Outbox
  readonly now: () => Temporal.Instant
  /** Where the group lives that fits these words; of the coalition as a whole where none does. */
  readonly homesFor: (coalition: number, words: string) => Promise<readonly Address[]>
  readonly sayWish: (words: string) => { readonly text: Text }
}

export function makeReview(parts: ReviewParts): Review {
  const { db, now } = parts
  const inside = <T>(work: (trx: Trx, at: number) => Promise<T>) => db.transaction().execute(trx => work(trx, now().epochMilliseconds))
  return {
    propose: (by, wording) => propose(parts, by, wording),
    queue: async coalition => (await findSubmissions(db, coalition, { state: 'waiting' })).map(readWaiting),
    get: async (coalition, number) => (await findSubmissions(db, coalition, { number })).map(readWaiting)[0],
    approve: (waiting, by, organisation) => approve(parts, waiting, by, organisation),
    reject: waiting => inside(async trx => void (await settleSubmission(trx, waiting.id, 'rejected', null))),
    flag: (by, flag) => inside((trx, at) => saveFlag(trx, by.coalition, { ...flag, at }, by.address)),
    flags: coalition => findFlags(db, coalition),
    checked: (coalition, entryId) =>
      inside(async (trx, at) => {
        await clearFlags(trx, coalition, entryId)
        await saveStanding(trx, coalition, entryId, 'reviewed', at)
      }),
    edit: (by, entry, change) => edit(parts, by, entry, change),
    former: async (coalition, entryId) => (await formerOf(db, coalition, entryId)).map(({ body, at }) => ({ entry: readEntry(body), at })),
    async standing(coalition, entryId) {
      const row = await standingOf(db, coalition, entryId)
      return row && { standing: row.standing, checkedAt: row.checked_at }
    },
    wish: (by, words) => wish(parts, by, words),
    async proposeInside(trx, coalition, origin, wording) {
      const at = now().epochMilliseconds
      const body = JSON.stringify(makeProposal(parts.library, coalition, wording))
      await insertSubmission(trx, { coalition, body, by: undefined, at, until: at + WAITS, origin })
    },
    jobs: reviewJobs(parts, waiting => publish(parts, waiting, 'unreviewed')),
  }
}

/** The same words again are the same proposal. */
async function propose({ db, library, now }: ReviewParts, by: Person, wording: Wording) {
  const { coalition } = by
  const at = now().epochMilliseconds
  const entry = makeProposal(library, coalition, wording)
  const body = JSON.stringify(entry)
  const near = nearDuplicates(library, coalition, entry)
  const [same] = await findSubmissions(db, coalition, { state: 'waiting', body })
  const number =
    same?.number ??
    (await db.transaction().execute(trx => insertSubmission(trx, { coalition, body, by: by.address, at, until: at + WAITS, origin: null })))
  const [waiting] = await findSubmissions(db, coalition, { number: number ?? 0 })
  if (!waiting) throw new Error('A proposal vanished while it was written')
  return { waiting: readWaiting(waiting), near }
}

async function approve(
  parts: ReviewParts,
  waiting: Waiting,
  by: Person,
  organisation: string,
): Promise<Approved | 'own' | 'no-organisation'> {
  const { db } = parts
  if (waiting.by && sameAddress(waiting.by, by.address)) return 'own'
  const coordinates = atLeast(by.role, 'coordinator')
  if (!coordinates && organisation.trim() === '') return 'no-organisation'
  const person = formatAddress(by.address)
  await db
    .transaction()
    .execute(trx => saveApproval(trx, waiting, person, coordinates ? `person ${person}` : `organisation ${fold(organisation)}`))
  const count = new Set((await approvalsOf(db, waiting.id)).map(({ standing }) => standing)).size
  return { count, published: count >= NEEDED ? await publish(parts, waiting, 'reviewed') : undefined }
}

/** @returns the id under which it is now; nothing when somebody else was quicker */
async function publish(
  { db, library, now }: ReviewParts,
  waiting: Waiting,
  standing: 'reviewed' | 'unreviewed',
): Promise<string | undefined> {
  const { coalition, entry } = waiting
  const at = now().epochMilliseconds
  const published = await db.transaction().execute(async trx => {
    const prefix = ID_PREFIXES[entry.kind]
    const id = `${prefix}-${OWN_IDS + (await nextNumber(trx, coalition, `entries ${prefix}`))}`
    if (!(await settleSubmission(trx, waiting.id, 'published', id))) return undefined
    await saveEntry(trx, coalition, { id, kind: entry.kind, body: JSON.stringify({ ...entry, id }), fingerprint: '' }, at)
    await saveStanding(trx, coalition, id, standing, at)
    await raiseRevision(trx)
    return id
  })
  await library.refresh()
  return published
}

async function edit(
  { db, library, now }: ReviewParts,
  by: Person,
  entry: LibraryEntry,
  change: Partial<Entry>,
): Promise<string | undefined> {
  const { coalition: _, source, ...former } = entry
  const { data, error } = entrySchema.safeParse({ ...former, ...change })
  if (error) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  const at = now().epochMilliseconds
  await db.transaction().execute(async trx => {
    await keepFormer(trx, by.coalition, entry.id, JSON.stringify({ ...former, source }), at)
    await saveEntry(trx, by.coalition, { id: entry.id, kind: entry.kind, body: JSON.stringify({ ...data, source }), fingerprint: '' }, at)
    await saveStanding(trx, by.coalition, entry.id, 'reviewed', at)
    await raiseRevision(trx)
  })
  await library.refresh()
  return undefined
}

async function wish({ db, outbox, now, homesFor, sayWish }: ReviewParts, by: Person, words: string) {
  const homes = await homesFor(by.coalition, words)
  const at = now().epochMilliseconds
  const fresh = await db.transaction().execute(async trx => {
    const isNew = await saveWish(trx, by.coalition, fold(words).slice(0, 300), at)
    if (isNew)
      await outbox.put(
        trx,
        homes.map(to => ({
          key: `wish/${by.coalition}/${fold(words).slice(0, 200)}/${formatAddress(to)}`,
          to,
          dueAt: at,
          reply: sayWish(words),
        })),
      )
    return isNew
  })
  return { fresh, homes: homes.length }
}

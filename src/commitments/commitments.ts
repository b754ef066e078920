/** Purpose: the front of commitments: write one down, ask whoever is to own it, say how it goes. */
import { type Address, sameAddress } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import type { Language } from '../locales/say.ts'
import { withoutMentions } from '../mention.ts'
import type { People } from '../people/people.ts'
import type { Picture } from '../reply.ts'
import { askGroups, type FindLeaders, mayAnswer } from './ask-groups.ts'
import { askOwner } from './ask-owner.ts'
import { boardPicture } from './board.ts'
import { checkIn } from './check-ins.ts'
import type { Commitment, Owner } from './commitment.ts'
import {
  changeCommitment,
  type Filter,
  findCommitments,
  type Happening,
  insertCommitment,
  noteAnswered,
  readHappenings,
  setOwner,
  writeEvent,
} from './commitment-store.ts'
import { type Deadlines, followDeadline, followDeadlines } from './deadlines.ts'
import { readOwner } from './read-owner.ts'
import { isOpen, type State } from './states.ts'

export type CommitmentWish = Pick<Commitment, 'what' | 'due' | 'session' | 'note' | 'recommendation'> & { readonly who: string }

export type Commitments = {
  /** The same words again are the same commitment, as long as it is open. */
  add(by: Person, wish: CommitmentWish): Promise<Commitment>
  find(coalition: number, filter: Filter): Promise<readonly Commitment[]>
  get(coalition: number, number: number): Promise<Commitment | undefined>
  history(commitment: Commitment): Promise<readonly Happening[]>
  /** Names somebody else, or a group, and asks them or those who lead it. */
  offer(commitment: Commitment, to: Owner): Promise<void>
  accept(commitment: Commitment, by: Address): Promise<void>
  decline(commitment: Commitment): Promise<void>
  setState(commitment: Commitment, state: State, reason: string): Promise<void>
  merge(commitment: Commitment, into: Commitment): Promise<void>
  /** Ends this one as carried over, and writes a new one with the new deadline. */
  carryOver(by: Person, commitment: Commitment, due: Commitment['due']): Promise<Commitment>
  board(coalition: number, language: Language): Promise<Picture>
  /** May say how it goes: who accepted it, or who it is offered to. */
  answersFor(commitment: Commitment, person: Address): boolean
  /** Who is meant by what was typed. */
  readonly readOwner: typeof readOwner
  /** May take it on or decline it: whoever is asked; for a group those who lead it. */
  mayAnswer(commitment: Commitment, person: Address): Promise<boolean>
  /** What the clock does, for the timetable. */
  readonly jobs: readonly { readonly name: string; readonly every: 'hour'; run(now: Temporal.Instant): Promise<void> }[]
}

export type CommitmentParts = {
  readonly db: Database
  readonly outbox: Outbox
  readonly people: People
  /** Without a calendar nothing reminds, and all else works. */
  readonly deadlines: Deadlines | undefined
  readonly leadersOf: FindLeaders
  readonly now: () => Temporal.Instant
}

export function makeCommitments(parts: CommitmentParts): Commitments {
  const { db } = parts
  return {
    add: (by, wish) => add(parts, by, wish),
    find: (coalition, filter) => findCommitments(db, coalition, filter),
    get: async (coalition, number) => (await findCommitments(db, coalition, { number }))[0],
    history: ({ id }) => readHappenings(db, id),
    offer: (commitment, to) => offer(parts, commitment, to),
    accept: (commitment, by) =>
      change(parts, commitment, 'accepted', '', async (trx, at) => {
        const { owner } = commitment
        await setOwner(trx, commitment.id, owner.kind === 'unknown' ? { kind: 'person', person: by } : owner, by)
        await changeCommitment(trx, commitment.id, { state: 'accepted', accepted_at: at })
      }),
    decline: commitment =>
      change(parts, commitment, 'declined', '', async trx => {
        const { owner } = commitment
        await setOwner(trx, commitment.id, owner.kind === 'person' ? { kind: 'unknown' } : owner, undefined)
        await changeCommitment(trx, commitment.id, { state: 'offered', accepted_at: null })
      }),
    setState: (commitment, state, reason) => setState(parts, commitment, state, reason, {}),
    merge: (commitment, into) => setState(parts, commitment, 'merged', into.ref, { merged_into: into.number }),
    carryOver: (by, commitment, due) => carryOver(parts, by, commitment, due),
    board: async (coalition, language) => boardPicture(await findCommitments(db, coalition, {}), language),
    answersFor: ({ contact, owner }, person) =>
      contact ? sameAddress(contact, person) : owner.kind === 'person' && sameAddress(owner.person, person),
    readOwner,
    mayAnswer: (commitment, person) => mayAnswer(parts, commitment, person),
    jobs: [
      { name: 'commitment-groups', every: 'hour', run: () => askGroups(parts) },
      { name: 'commitment-check-ins', every: 'hour', run: at => checkIn(parts, at) },
      { name: 'commitment-deadlines', every: 'hour', run: () => followDeadlines(parts) },
    ],
  }
}

/** Whatever changes is written with its history in one transaction; the calendar follows. */
async function change(
  parts: CommitmentParts,
  { id, coalition }: Commitment,
  kind: string,
  words: string,
  work: (trx: Trx, at: number) => Promise<void>,
) {
  const at = parts.now().epochMilliseconds
  await parts.db.transaction().execute(async trx => {
    await work(trx, at)
    await writeEvent(trx, coalition, id, at, kind, words)
  })
  const [changed] = await findCommitments(parts.db, coalition, { id })
  if (changed) await followDeadline(parts, changed)
}

const setState = (parts: CommitmentParts, commitment: Commitment, state: State, reason: string, more: { merged_into?: number }) =>
  change(parts, commitment, state, reason, async (trx, at) => {
    await changeCommitment(trx, commitment.id, { state, reason, ...more })
    await noteAnswered(trx, commitment.id, at)
  })

async function offer(parts: CommitmentParts, commitment: Commitment, to: Owner): Promise<void> {
  const person = to.kind === 'person' ? to.person : undefined
  const { language } = person ? await parts.people.recognise({ address: person, locale: commitment.language }) : commitment
  await change(parts, commitment, 'offered', '', async (trx, at) => {
    await setOwner(trx, commitment.id, to, undefined)
    await changeCommitment(trx, commitment.id, { state: 'offered', accepted_at: null })
    if (person) await askOwner(parts.outbox, trx, commitment, person, language, at)
  })
  await askGroups(parts, { ...commitment, owner: to, contact: undefined })
}

async function carryOver(parts: CommitmentParts, by: Person, commitment: Commitment, due: Commitment['due']): Promise<Commitment> {
  const { coalition, what, owner, recommendation, language, zone, contact } = commitment
  let fresh: number | undefined
  await change(parts, commitment, 'carried-over', due.words, async (trx, at) => {
    await changeCommitment(trx, commitment.id, { state: 'carried-over', reason: due.words })
    const made = {
      coalition,
      what,
      owner,
      recommendation,
      language,
      zone,
      due,
      session: null,
      note: null,
      madeAt: at,
      coordinator: by.address,
    }
    fresh = await insertCommitment(trx, made)
    if (fresh === undefined || !contact) return
    await setOwner(trx, fresh, owner, contact)
    await changeCommitment(trx, fresh, { state: 'accepted', accepted_at: at })
  })
  const [made] = fresh === undefined ? [] : await findCommitments(parts.db, coalition, { id: fresh })
  if (!made) throw new Error('A commitment without a note was refused')
  await followDeadline(parts, made)
  return made
}

async function add(parts: CommitmentParts, by: Person, wish: CommitmentWish): Promise<Commitment> {
  const { db, people, outbox } = parts
  const { coalition, language, zone } = by
  const [known] = (await findCommitments(db, coalition, { what: wish.what })).filter(({ state }) => isOpen(state))
  if (known) return known
  const owner = readOwner(wish.who, by.address)
  const theirs = owner.kind === 'person' ? (await people.recognise({ address: owner.person, locale: language })).language : language
  const id = await db.transaction().execute(async trx => {
    const at = parts.now().epochMilliseconds
    const made = await insertCommitment(trx, { coalition, language, zone, owner, madeAt: at, coordinator: by.address, ...wish })
    const [commitment] = made === undefined ? [] : await findCommitments(trx, coalition, { id: made })
    if (commitment && owner.kind === 'person') await askOwner(outbox, trx, commitment, owner.person, theirs, at)
    return made
  })
  const [made] = id === undefined ? [] : await findCommitments(db, coalition, { id })
  if (!made) throw new Error('The note already has a commitment')
  await askGroups(parts, made)
  return made
}

/** What a published report promises and no commitment stands for yet, written down in the publication's own transaction. Nobody owns it. */
export async function commitmentsOfReport(trx: Trx, { session, report, by }: Published, at: number): Promise<void> {
  const { coalition, id, language, zone } = session
  for (const { items } of report.sections) {
    for (const { number, words, who, due } of items.filter(({ type }) => type === 'commitment')) {
      const owner = readOwner(withoutMentions(who), by.address)
      await insertCommitment(trx, {
        coalition,
        language,
        zone,
        owner,
        due,
        what: words,
        session: id,
        note: number,
        recommendation: '',
        madeAt: at,
        coordinator: by.address,
      })
    }
  }
}

/** A report as far as commitments read it. */
type Published = {
  readonly session: Pick<Commitment, 'coalition' | 'id' | 'language' | 'zone'>
  readonly by: Pick<Person, 'address'>
  readonly report: {
    readonly sections: readonly {
      readonly items: readonly (Pick<Commitment, 'due'> & {
        readonly type: string
        readonly number: number
        readonly words: string
        readonly who: string
      })[]
    }[]
  }
}

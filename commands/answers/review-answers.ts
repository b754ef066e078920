/** Purpose: the way back into the library, as a conversation: propose, look at what waits, approve, flag, mend, ask for more. */
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Kind } from '../../src/library/entry.ts'
import type { LibraryEntry } from '../../src/library/question.ts'
import type { Waiting } from '../../src/library/read-waiting.ts'
import { commaOf } from '../../src/locales/say.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

const PAGE_SIZE = 3
export const FLAG_WORDS = ['outdated', 'wrong', 'ended'] as const
/** What people can bring in; other kinds come from documents. */
export const ADDED = ['practice', 'recommendation', 'lesson', 'counter-practice', 'resource'] as const satisfies readonly Kind[]

export type AddWish = {
  readonly what: string
  readonly where: string | undefined
  readonly whom: string | undefined
  readonly source: string
  readonly kind: (typeof ADDED)[number] | undefined
}

export async function addEntry(context: Context, { what, where = '', whom = '', source, kind = 'practice' }: AddWish): Promise<Reply> {
  const { review, person, say, label, now } = context
  const year = now().toZonedDateTimeISO(person.zone).year
  const wording = { kind, what, where, forWhom: whom, source, targets: [], actions: [], indicators: [], year }
  const { waiting, near } = await review.propose(person, wording)
  return {
    text: say('review.proposed', { ref: waiting.ref, until: { instant: waiting.until, zone: person.zone } }),
    cards: [
      { id: waiting.ref, title: waiting.entry.title, text: waiting.entry.summary, note: themesOf(context, waiting) },
      ...near.map(({ id, title, summary }) => ({
        id,
        title: label('review.near', { title }),
        text: summary,
        buttons: [{ label: label('search.details'), command: 'library get', options: { id } }],
      })),
    ],
  }
}

const themesOf = ({ library, person }: Context, { entry }: Waiting) =>
  entry.themes.map(id => library.themes.get(id)?.names[person.language] ?? id).join(commaOf(person.language))

export async function showQueue(context: Context, page = 1): Promise<Reply> {
  const { review, person, say, label } = context
  const queue = await review.queue(person.coalition)
  const flags = atLeast(person.role, 'coordinator') ? await review.flags(person.coalition) : []
  if (queue.length + flags.length === 0)
    return {
      text: say('review.queue-empty'),
      buttons: [{ label: label('review.add.summary'), command: 'library add', form: true, look: 'primary' }],
    }
  const pages = Math.max(1, Math.ceil(queue.length / PAGE_SIZE))
  const shown = Math.min(page, pages)
  const turn = (to: number, key: 'search.next' | 'search.previous'): Button => ({
    label: label(key),
    command: 'library queue',
    options: { page: String(to) },
  })
  return {
    text: say('review.queue', { count: queue.length, flags: flags.length, page: shown, pages }),
    cards: [
      ...queue.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE).map(waiting => queueCard(context, waiting)),
      ...(shown === 1 ? flags.slice(0, PAGE_SIZE).map(({ entryId, why, words }) => flagCard(context, entryId, why, words)) : []),
    ],
    buttons: [...(shown > 1 ? [turn(shown - 1, 'search.previous')] : []), ...(shown < pages ? [turn(shown + 1, 'search.next')] : [])],
    ...(page > 1 && { instead: true as const }),
  }
}

function queueCard(context: Context, waiting: Waiting): Card {
  const { label, person } = context
  const { ref, entry, until } = waiting
  const byRole = atLeast(person.role, 'coordinator')
  return {
    id: ref,
    title: entry.title,
    text: entry.summary,
    note: [
      `${label(`kind.${entry.kind}`)} · ${themesOf(context, waiting)} · ${label('review.until')} `,
      { instant: until, zone: person.zone },
    ],
    buttons: [
      {
        label: label('review.approve'),
        command: 'library approve',
        options: { proposal: ref },
        look: 'primary',
        ...(!byRole && { form: true as const }),
      },
      ...(byRole ? [{ label: label('review.reject'), command: 'library reject', options: { proposal: ref } }] : []),
    ],
  }
}

function flagCard({ label }: Context, entryId: string, why: string, words: string): Card {
  const options = { id: entryId }
  return {
    id: entryId,
    title: label('review.flagged-as', { why: label(whyKey(why)) }),
    text: words,
    buttons: [
      { label: label('search.details'), command: 'library get', options },
      { label: label('review.edit'), command: 'library edit', options, form: true },
      { label: label('review.checked'), command: 'library checked', options },
    ],
  }
}

export const whyKey = (why: string) => `review.flag.${FLAG_WORDS.find(known => known === why) ?? 'wrong'}` as const

async function findWaiting({ review, person }: Context, given: string): Promise<Waiting | undefined> {
  const number = Number(/^(?:n-?)?0*(\d{1,6})$/i.exec(given.trim())?.[1])
  const found = Number.isInteger(number) ? await review.get(person.coalition, number) : undefined
  return found?.state === 'waiting' ? found : undefined
}

export async function approveProposal(context: Context, given: string, organisation = ''): Promise<Reply> {
  const { review, person, say, label } = context
  const waiting = await findWaiting(context, given)
  if (!waiting) return { text: say('review.none-waiting', { ref: given }) }
  const approved = await review.approve(waiting, person, organisation)
  if (approved === 'own') return { text: say('review.own', { ref: waiting.ref }) }
  if (approved === 'no-organisation') throw new UserError('error.review-organisation', {}, { field: 'organisation' })
  if (!approved.published) return { text: say('review.counted', { ref: waiting.ref, count: approved.count }) }
  const id = approved.published
  return {
    text: say('review.published', { id, title: waiting.entry.title }),
    buttons: [{ label: label('search.details'), command: 'library get', options: { id } }],
  }
}

export async function rejectProposal(context: Context, given: string): Promise<Reply> {
  const waiting = await findWaiting(context, given)
  if (!waiting) return { text: context.say('review.none-waiting', { ref: given }) }
  await context.review.reject(waiting)
  return { text: context.say('review.rejected', { ref: waiting.ref, title: waiting.entry.title }) }
}

export async function flagEntry(context: Context, entry: LibraryEntry, why: (typeof FLAG_WORDS)[number], words = ''): Promise<Reply> {
  await context.review.flag(context.person, { entryId: entry.id, why, words })
  return { text: context.say('review.flagged', { id: entry.id, why: context.label(whyKey(why)) }) }
}

export type EditWish = { readonly title: string | undefined; readonly summary: string | undefined; readonly address: string | undefined }
export async function editEntry(context: Context, entry: LibraryEntry, { title, summary, address }: EditWish): Promise<Reply> {
  const { review, person, say, label } = context
  const change = { ...(title && { title }), ...(summary && { summary }), ...(address && { address }) }
  if (Object.keys(change).length === 0) return history(context, entry)
  const mistake = await review.edit(person, entry, change)
  if (mistake !== undefined) throw new UserError('error.entry-rules', { mistake }, { field: summary ? 'summary' : 'title' })
  return {
    text: say('review.edited', { id: entry.id }),
    buttons: [{ label: label('search.details'), command: 'library get', options: { id: entry.id } }],
  }
}

/** How it was before; nothing is lost by an edit. */
async function history({ review, person, say }: Context, { id }: LibraryEntry): Promise<Reply> {
  const former = await review.former(person.coalition, id)
  return {
    text: say('review.former', { id, count: former.length }),
    cards: former
      .slice(0, PAGE_SIZE)
      .map(({ entry, at }) => ({ title: entry.title, text: entry.summary, note: [{ instant: at, zone: person.zone }] })),
  }
}

export async function checkedEntry({ review, person, say }: Context, { id }: LibraryEntry): Promise<Reply> {
  await review.checked(person.coalition, id)
  return { text: say('review.is-checked', { id }) }
}

export async function wishFor({ review, person, say }: Context, words: string): Promise<Reply> {
  const { homes } = await review.wish(person, words)
  return { text: say('review.wished', { words, count: homes }) }
}

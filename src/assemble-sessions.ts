/** Purpose: put together what sessions lead to: reports, commitments with their deadlines, and the library's review. */
import type { Address } from './address.ts'
import type { Calendar } from './calendar/calendar.ts'
import { commitmentData, moveCommitments } from './commitments/commitment-data.ts'
import { commitmentsOfReport, makeCommitments } from './commitments/commitments.ts'
import type { Deadlines } from './commitments/deadlines.ts'
import type { Database, Trx } from './database/open.ts'
import type { Outbox } from './delivery/outbox.ts'
import type { Groups } from './groups/groups.ts'
import type { Library } from './library/library.ts'
import { makeReview, type Review } from './library/review.ts'
import { moveReview, reviewData } from './library/review-data.ts'
import { type Language, sayIn } from './locales/say.ts'
import type { People } from './people/people.ts'
import { moveSessions, purgeSessions, sessionData } from './sessions/session-data.ts'
import { makeSessions, type Published } from './sessions/sessions.ts'
import { loadTemplates } from './sessions/template.ts'

export const sessionRooms = {
  personalData: [sessionData, commitmentData, reviewData],
  movers: [moveSessions, moveCommitments, moveReview],
  purges: [purgeSessions],
}

type Parts = {
  readonly db: Database
  readonly outbox: Outbox
  readonly people: People
  readonly library: Library
  readonly calendar: Calendar
  readonly groups: Groups
  /** An English word, in small letters. */
  readonly isWord: (word: string) => boolean
  readonly now: () => Temporal.Instant
  readonly language: Language
}

export async function assembleSessions({ calendar, groups, language, ...parts }: Parts) {
  const { db, now } = parts
  const commitments = makeCommitments({
    ...parts,
    deadlines: deadlinesIn(calendar),
    leadersOf: (coalition, group) => groups.leaders(coalition, group),
  })
  const homesFor = async (coalition: number, words: string): Promise<readonly Address[]> => {
    const [group] = (await groups.find(coalition, words)).groups
    return group ? groups.homesOf(coalition, String(group.id)) : []
  }
  const review = makeReview({ ...parts, homesFor, sayWish: words => ({ text: sayIn(language)('review.wish-text', { words }) }) })
  const sessions = makeSessions({
    ...parts,
    templates: await loadTemplates(),
    promisesOf: async (coalition, session) => (await commitments.find(coalition, { session })).map(one => ({ ...one, id: one.ref })),
    async onPublished(trx, published) {
      await commitmentsOfReport(trx, published, now().epochMilliseconds)
      await proposeFrom(review, trx, published)
    },
  })
  return { sessions, commitments, review, db, jobs: [...sessions.jobs, ...commitments.jobs, ...review.jobs] }
}

/** Practices, recommendations and lessons of a published report wait for review, each note once. */
async function proposeFrom(review: Review, trx: Trx, { session, report }: Published) {
  const source = `${session.ref} ${session.title}`
  const year = Temporal.PlainDate.from(report.date).year
  for (const { items } of report.sections) {
    for (const { type, number, words, targets, parts } of items) {
      if (type !== 'practice' && type !== 'recommendation' && type !== 'lesson') continue
      const [actions = [], indicators = []] = parts.map(part => part.items.map(item => item.words))
      const wording = { kind: type, what: words, where: '', forWhom: '', source, targets, actions, indicators, year }
      await review.proposeInside(trx, session.coalition, `${session.id}/${number}`, wording)
    }
  }
}

/** A deadline is a date of its own, known by its link to the commitment. */
function deadlinesIn({ dates, reminders, defaults }: Calendar): Deadlines {
  return {
    async put({ id, ref, what, coalition, language, zone }, on, contact) {
      const uid = `commitment-${id}`
      const known = (await dates.all(coalition)).find(date => date.uid === uid)
      const title = `${ref} ${what}`.slice(0, 120)
      const date = known ?? (await dates.add(coalition, { title, about: what, link: '', startsOn: on, days: 1, zone, skips: [], uid }))
      await reminders.add({ address: contact, coalition, language, zone }, date, {
        to: { kind: 'me', address: contact },
        ...defaults,
        zone,
      })
      return date.id ?? 0
    },
    async drop(coalition, id) {
      const date = (await dates.all(coalition)).find(known => known.id === id)
      if (date) await dates.setState(date, 'removed')
    },
  }
}

/** Purpose: calendars to follow: a secret address for the coalition, a group or a member, so that dates live on even where Plenary does not. */
import { createHash, randomBytes } from 'node:crypto'
import { formatAddress } from '../address.ts'
import { type Language, labelIn, languageOf } from '../locales/say.ts'
import { UserError } from '../user-error.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Dates } from './dates.ts'
import { type Feed, type FeedScope, feedExists, findFeed, revokeFeed, saveFeed } from './feeds-store.ts'
import { writeCalendar } from './ics/write-calendar.ts'
import type { By, CalendarParts } from './parts.ts'
import { remindersTo } from './reminder-store.ts'

export type Feeds = {
  exists(by: By, scope: FeedScope, ref?: string): Promise<boolean>
  /** A new secret address; an older one of the same scope stops.
   *  @throws UserError where nobody knows yet under which address the web chat is found */
  make(by: By, scope: FeedScope, ref?: string): Promise<string>
  revoke(by: By, scope: FeedScope, ref?: string): Promise<boolean>
  /** One date as a calendar file. */
  fileOf(date: CalendarDate, language: Language): string
  /** The calendar file behind a secret. */
  read(token: string): Promise<string | undefined>
}

export function makeFeeds(parts: CalendarParts, dates: Dates): Feeds {
  const { db, now, baseUrl } = parts
  const of = (by: By, scope: FeedScope, ref = ''): Feed => ({
    coalition: by.coalition,
    scope,
    ref: scope === 'member' ? formatAddress(by.address) : ref,
    language: by.language,
  })
  const write = (listed: readonly CalendarDate[], language: Language) =>
    writeCalendar({ name: labelIn(language)('feed.name'), dates: listed, now: now(), titleOf: date => dates.titleOf(date, language) })
  return {
    exists: (by, scope, ref) => feedExists(db, of(by, scope, ref)),
    async make(by, scope, ref) {
      const base = baseUrl()
      if (base === undefined) throw new UserError('date.feed-nowhere')
      const token = randomBytes(24).toString('base64url')
      await saveFeed(db, of(by, scope, ref), hashOf(token), now().epochMilliseconds)
      return `${base.replace(/\/$/, '')}/feeds/${token}.ics`
    },
    revoke: (by, scope, ref) => revokeFeed(db, of(by, scope, ref)),
    fileOf: (date, language) => write([date], language),
    async read(token) {
      const feed = await findFeed(db, hashOf(token))
      return feed && write(await datesOf(parts, dates, feed), languageOf(feed.language) ?? 'en')
    },
  }
}

/** A member's own: what they asked to be reminded of, and what only they see. */
async function datesOf({ db }: CalendarParts, dates: Dates, { coalition, scope, ref }: Feed): Promise<CalendarDate[]> {
  if (scope === 'member') return (await remindersTo(db, coalition, [ref])).map(({ date }) => date)
  const all = await dates.all(coalition)
  return scope === 'group' ? all.filter(({ groupId }) => groupId === ref) : all
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Purpose: the front of the calendar: dates, reminders, feeds, and the words for all of them. */
import type { Composer } from '../delivery/compose.ts'
import { type Language, labelIn } from '../locales/say.ts'
import { renderPng } from '../pictures/render-png.ts'
import type { Picture } from '../reply.ts'
import type { Occurrence } from './calendar-date.ts'
import { composeReminder } from './compose-reminder.ts'
import { type Dates, makeDates } from './dates.ts'
import { clock, dayInWords, daysLeft, daysLeftInWords, ruleInWords, shortDay, whenInWords } from './describe-when.ts'
import { DEFAULT_LEADS } from './due.ts'
import { type Events, makeEvents } from './events.ts'
import { type Feeds, makeFeeds } from './feeds.ts'
import { fittingPractices } from './fitting-practices.ts'
import { type Importing, makeImporting } from './importing.ts'
import type { CalendarParts } from './parts.ts'
import { planReminders } from './plan.ts'
import { occurrencesFrom } from './recurrence.ts'
import { DEFAULT_AT, readLeads } from './reminder.ts'
import { makeReminders, type Reminders } from './reminders.ts'
import { drawTimeline } from './timeline.ts'
import { instantOf, wallTimeOf } from './wall-time.ts'
import { findWhen, readWhen } from './words/read-words.ts'

const words = {
  readWhen,
  findWhen,
  readLeads,
  dayInWords,
  shortDay,
  whenInWords,
  ruleInWords,
  daysLeft,
  daysLeftInWords,
  clock,
  occurrencesFrom,
  instantOf,
  wallTimeOf,
}
const DEFAULTS = { leads: DEFAULT_LEADS, at: DEFAULT_AT }

export type Calendar = {
  readonly dates: Dates
  readonly reminders: Reminders
  readonly feeds: Feeds
  /** Dates as events of a platform's own. */
  readonly events: Events
  readonly importing: Importing
  readonly groups: CalendarParts['groups']
  /** Reading and saying when something is; pure. */
  readonly words: typeof words
  readonly defaults: typeof DEFAULTS
  fitting(occurrence: Occurrence, language: Language): ReturnType<typeof fittingPractices>
  /** The coming months as a picture. */
  picture(occurrences: readonly Occurrence[], from: Temporal.PlainDate, language: Language): Picture
  /** Puts reminders into words when they are sent. */
  readonly composer: Composer
  /** Plans what is due in the next 48 hours. */
  plan(now: Temporal.Instant): Promise<void>
}

export function makeCalendar(parts: CalendarParts): Calendar {
  const { db, outbox, library, groups, recognise } = parts
  const dates = makeDates(parts)
  return {
    dates,
    reminders: makeReminders(parts, dates),
    feeds: makeFeeds(parts, dates),
    events: makeEvents(parts, dates),
    importing: makeImporting(parts, dates),
    groups,
    words,
    defaults: DEFAULTS,
    fitting: ({ date }, language) => fittingPractices(library, date, dates.titleOf(date, language)),
    picture: (occurrences, from, language) => pictureOf(dates, occurrences, from, language),
    composer: composeReminder({
      db,
      library,
      titleOf: dates.titleOf,
      sourceOf: dates.sourceOf,
      voiceOf: async ({ to, language, zone }) =>
        to.kind === 'me' ? recognise({ address: to.address, locale: language, zone }) : { language, zone },
    }),
    plan: async now => void (await planReminders({ db, outbox, homesOf: groups.homes }, now.epochMilliseconds)),
  }
}

function pictureOf(dates: Dates, occurrences: readonly Occurrence[], from: Temporal.PlainDate, language: Language): Picture {
  const label = labelIn(language)
  const titleOf = ({ date }: Occurrence) => dates.titleOf(date, language)
  const svg = drawTimeline({
    title: label('date.picture'),
    occurrences,
    from,
    language,
    titleOf,
    more: count => label('date.picture-more', { count }),
  })
  const spoken = occurrences.slice(0, 40).map(occurrence => `${shortDay(occurrence.on, language)}: ${titleOf(occurrence)}`)
  return { name: 'calendar.png', png: renderPng(svg), alt: [label('date.picture'), ...spoken].join('\n') }
}

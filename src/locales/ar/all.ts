/** Purpose: the catalogue of Arabic; a key that is missing here does not compile. */

import type { en } from '../en/all.ts'
import { calendar } from './calendar.ts'
import { calendarImport } from './calendar-import.ts'
import { commitments } from './commitments.ts'
import { delivery } from './delivery.ts'
import { discord } from './discord.ts'
import { enter } from './enter.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { groupLetters } from './group-letters.ts'
import { groups } from './groups.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { labels } from './labels.ts'
import { library } from './library.ts'
import { my } from './my.ts'
import { notes } from './notes.ts'
import { page } from './page.ts'
import { review } from './review.ts'
import { sessions } from './sessions.ts'
import { slack } from './slack.ts'
import { trust } from './trust.ts'

export const ar = {
  ...errors,
  ...groups,
  ...groupLetters,
  ...trust,
  ...help,
  ...labels,
  ...library,
  ...enter,
  ...home,
  ...my,
  ...review,
  ...commitments,
  ...sessions,
  ...notes,
  ...page,
  ...discord,
  ...slack,
  ...delivery,
  ...calendar,
  ...events,
  ...calendarImport,
} satisfies Record<keyof typeof en, string>

/** Purpose: put the rooms together into one working Plenary, for the server and for the command line alike. */

import { assembleSessions, sessionRooms } from './assemble-sessions.ts'
import { type Calendar, makeCalendar } from './calendar/calendar.ts'
import { makeCalendarData, moveCalendar, moveGroupDates } from './calendar/calendar-data.ts'
import { type EventsBook, makeEventsBook } from './calendar/events-port.ts'
import { loadSeedDates } from './calendar/seed-dates.ts'
import { loadCommands } from './command-kit/load-commands.ts'
import { type Conversation, makeConversation } from './command-kit/run-command.ts'
import type { Commitments } from './commitments/commitments.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/open.ts'
import { deliveryData } from './delivery/delivery-data.ts'
import { makeOutbox } from './delivery/outbox.ts'
import { purgeDeliveries } from './delivery/purge-store.ts'
import { type Delivery, makeDelivery } from './delivery/status.ts'
import { makeGroupData, moveGroups, relinkGroups } from './groups/group-data.ts'
import { groupJobs } from './groups/group-jobs.ts'
import { type Groups, makeGroups } from './groups/groups.ts'
import { type HomesBook, makeHomesBook } from './groups/homes-port.ts'
import { purgeGroups } from './groups/purge.ts'
import type { Job } from './jobs/job.ts'
import { type BuildIndex, type Library, openLibrary } from './library/library.ts'
import { type Loaded, loadStarter } from './library/load-starter.ts'
import { parseSeeds, readSeedFiles } from './library/read-seeds.ts'
import type { Review } from './library/review.ts'
import { type Knowledge, loadKnowledge } from './library/search/knowledge.ts'
import { buildSearchIndex } from './library/search/search-index.ts'
import { type Log, reportTo } from './ops/log.ts'
import { type Metrics, makeMetrics } from './ops/metrics.ts'
import { makeAudit } from './people/audit.ts'
import { makePeople, type People } from './people/people.ts'
import { retentionJobs } from './people/retention.ts'
import { purgeButtons } from './platforms/kept-buttons-store.ts'
import { makeWebHomes } from './platforms/web/homes.ts'
import { purgeWeb, webData } from './platforms/web/web-data.ts'
import type { Sessions } from './sessions/sessions.ts'

export type Plenary = {
  readonly db: Database
  readonly library: Library
  readonly conversation: Conversation
  readonly metrics: Metrics
  readonly loaded: Loaded
  readonly people: People
  readonly calendar: Calendar
  readonly delivery: Delivery
  readonly groups: Groups
  readonly sessions: Sessions
  readonly commitments: Commitments
  readonly review: Review
  /** Platforms that give groups a home add themselves here. */
  readonly homes: HomesBook
  /** Platforms that can show dates as events of their own add themselves here. */
  readonly events: EventsBook
  /** What is to be done by the clock. */
  readonly jobs: readonly Job[]
  /** Under which address the web chat is found, once it has started. */
  webIsAt(address: string): void
  close(): Promise<void>
}

export const SEEDS = new URL('../seeds/library/', import.meta.url)

/** The lexicon is large and needed only while an index is built: after the first time it is read again. */
function makeIndexBuilder(first: Knowledge): BuildIndex {
  let atHand: Knowledge | undefined = first
  return async entries => {
    const knowledge = atHand ?? (await loadKnowledge())
    atHand = undefined
    return buildSearchIndex(entries, knowledge)
  }
}

/** @throws DatabaseTrouble or SeedMistakes, each saying what to mend */
export async function assemble(config: Config, log: Log, now: () => Temporal.Instant = Temporal.Now.instant): Promise<Plenary> {
  const [db, knowledge, book] = await Promise.all([openDatabase(config.databaseUrl), loadKnowledge(), loadCommands()])
  const { places, themes, commonWords } = knowledge
  try {
    const files = await readSeedFiles(SEEDS)
    const loaded = await loadStarter(db, files, () => parseSeeds(files, places, themes), now().epochMilliseconds)
    const library = await openLibrary(db, places, themes, makeIndexBuilder(knowledge))
    const [audit, outbox, homes, events] = [makeAudit(db, now), makeOutbox(db), makeHomesBook(), makeEventsBook()]
    homes.offer('web', makeWebHomes(db))
    const rooms = {
      personalData: [makeGroupData({ outbox }), makeCalendarData({ outbox }), ...sessionRooms.personalData, deliveryData, webData],
      movers: [moveGroups(moveGroupDates), moveCalendar, ...sessionRooms.movers],
      relink: [relinkGroups],
    }
    const people = makePeople({ db, defaultLanguage: config.language, defaultZone: config.zone, now, audit, ...rooms })
    const words = { places, themes }
    const groups = makeGroups({
      ...{ db, people, audit, outbox, homes, words, now, defaultLanguage: config.language },
      datesOf: async ({ coalition, language, zone }, groupId, limit) =>
        (await calendar.dates.coming(coalition, { groupId }, 12, now().toZonedDateTimeISO(zone).toPlainDate()))
          .slice(0, limit)
          .map(({ date, on }) => `${calendar.words.shortDay(on, language)}: ${calendar.dates.titleOf(date, language)}`),
    })
    const delivery = makeDelivery(db, now)
    // Port 0 lets the system choose: then the address is known when the web chat has started.
    let webAddress = config.web.url ?? (config.web.port === 0 ? undefined : `http://${config.web.host}:${config.web.port}`)
    const calendar = makeCalendar({
      db,
      outbox,
      library,
      groups: {
        find: async (coalition, text, language) =>
          (await groups.find(coalition, text)).groups.map(group => ({ id: String(group.id), name: groups.name(group, language) })),
        homes: (coalition, group, within) => groups.homesOf(coalition, group, within),
      },
      seeds: await loadSeedDates(),
      events,
      spaces: people.spaces,
      now,
      recognise: person => people.recognise(person),
      baseUrl: () => webAddress,
    })
    const jobs: Job[] = [
      { name: 'plan-reminders', every: 'minute', run: calendar.plan },
      { name: 'follow-events', every: 'minute', run: calendar.events.follow },
      ...groupJobs(groups),
      ...retentionJobs(db, [purgeGroups, purgeDeliveries, ...sessionRooms.purges, purgeWeb, purgeButtons], counts =>
        log.info({ counts }, 'forgotten in time'),
      ),
    ]
    const reported = await assembleSessions({
      db,
      outbox,
      people,
      library,
      calendar,
      groups,
      isWord: commonWords.has,
      now,
      language: config.language,
    })
    const { sessions, commitments, review } = reported
    jobs.push(...reported.jobs)
    const metrics = makeMetrics(
      () => library.size(),
      () => delivery.status(),
    )
    const conversation = makeConversation({
      book,
      features: { calendar, delivery, groups, library, people, sessions, commitments, review },
      now,
      report: reportTo(log),
      observe: metrics.observe,
    })
    return {
      db,
      library,
      conversation,
      metrics,
      loaded,
      people,
      calendar,
      delivery,
      groups,
      sessions,
      commitments,
      review,
      homes,
      events,
      jobs,
      webIsAt(address) {
        webAddress = config.web.url ?? address
      },
      close: () => db.destroy(),
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

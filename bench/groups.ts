/** Purpose: measure how fast people join and leave with 100,000 members in 1,000 groups, on both databases, and look for full scans. `node bench/groups.ts [members] [groups]`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, Kysely } from 'kysely'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { isPostgres } from '../src/database/engine-of.ts'
import { type Database, openDatabase } from '../src/database/open.ts'
import { postgresEngine } from '../src/database/postgres.ts'
import type { Schema } from '../src/database/schema.ts'
import { sqliteEngine } from '../src/database/sqlite.ts'
import { makeOutbox } from '../src/delivery/outbox.ts'
import { makeGroupData } from '../src/groups/group-data.ts'
import { makeGroups } from '../src/groups/groups.ts'
import { makeHomesBook } from '../src/groups/homes-port.ts'
import { loadPlaces } from '../src/library/places.ts'
import { loadThemes } from '../src/library/themes.ts'
import { makeLog } from '../src/ops/log.ts'
import { makeAudit } from '../src/people/audit.ts'
import { makePeople } from '../src/people/people.ts'
import { launchPostgres } from '../test/support/start-postgres.ts'

const [MEMBERS = 100_000, GROUPS = 1000] = process.argv.slice(2).map(Number)
const ROUNDS = 400
const BATCH = 2000
const NOW = Temporal.Instant.from('2026-11-21T09:00:00Z')
const words = { places: await loadPlaces(), themes: await loadThemes() }

const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
const postgres = await launchPostgres()
try {
  const rows = []
  for (const url of [join(folder, 'groups.db'), postgres.url]) rows.push(...(await measure(url)))
  console.table(rows)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(url: string) {
  const engine = url.startsWith('postgres') ? 'PostgreSQL' : 'SQLite'
  const db = await openDatabase(url)
  await fill(db)
  await db.destroy()
  const plans = await scans(url)
  console.log(
    `${engine}: ${plans.queries} different queries; ${plans.joining} to join, ${plans.leaving} to leave; full scans: ${plans.found.length === 0 ? 'none' : `\n${plans.found.join('\n')}`}`,
  )
  const plenary = await assemble({ ...readConfig({}), databaseUrl: url }, makeLog('error'), () => NOW)
  const said = (line: (at: number) => string) =>
    timed(at =>
      plenary.conversation.hear({
        by: { address: person(at), vouched: 'member' },
        place: { address: person(0), private: false },
        said: { line: line(at) },
      }),
    )
  const result = [
    { engine, what: 'join by button', ...(await said(at => `/group join G-${groupOf(at)}`)) },
    { engine, what: 'join again', ...(await said(at => `/group join G-${groupOf(at)}`)) },
    { engine, what: 'leave by button', ...(await said(at => `/group leave G-${groupOf(at)}`)) },
    { engine, what: 'join by name', ...(await said(at => `/group join Working group ${groupOf(at)}`)) },
    { engine, what: 'leave by name', ...(await said(at => `/group leave Working group ${groupOf(at)}`)) },
    { engine, what: 'show the largest', ...(await said(() => '/group show G-1')) },
    { engine, what: 'list', ...(await said(() => '/group list')) },
  ]
  await plenary.close()
  return result
}

function person(at: number) {
  return { platform: 'web' as const, space: 'bench', id: `person-${at}` }
}
function groupOf(at: number): number {
  return 1 + ((at * 7919) % GROUPS)
}

async function timed(act: (at: number) => Promise<unknown>) {
  const times: number[] = []
  let before = process.cpuUsage()
  for (let round = -20; round < ROUNDS; round++) {
    if (round === 0) before = process.cpuUsage()
    const started = performance.now()
    // Newcomers, beside the many who are there already.
    await act(MEMBERS + Math.abs(round))
    if (round >= 0) times.push(performance.now() - started)
  }
  // Of this process alone: what the machine does besides makes everything later, but not this more.
  const { user, system } = process.cpuUsage(before)
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  return {
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'max ms': (times.at(-1) ?? 0).toFixed(1),
    'cpu ms': ((user + system) / 1000 / ROUNDS).toFixed(1),
  }
}

/** Everybody is in three groups; a tenth of all is in the first one. */
async function fill(db: Database) {
  const coalition = await db.insertInto('coalitions').values({ name: '', created_at: 0 }).returning('id').executeTakeFirstOrThrow()
  const space = { platform: 'web', external_id: 'bench', coalition_id: coalition.id, created_at: 0 }
  await db.insertInto('spaces').values(space).execute()
  const group = (at: number) => ({
    ...{ coalition_id: coalition.id, key: `working group ${at}`, name: `Working group ${at}`, purpose: '', region: null, theme: null },
    ...{ state: 'active', threshold: 5, sensitive: 0, open_roster: 0, made_at: 0, reached_at: 0, launched_at: 0 },
  })
  await inBatches(GROUPS, numbers =>
    db
      .insertInto('groups')
      .values(numbers.map(number => group(number + 1)))
      .execute(),
  )
  const member = (at: number) => ({ space_id: 1, user_id: `person-${at}`, created_at: 0 })
  await inBatches(MEMBERS, numbers => db.insertInto('members').values(numbers.map(member)).execute())
  const parts = (at: number) => [
    ...new Set([at % 10 === 0 ? 1 : 2 + (at % (GROUPS - 1)), 2 + ((at * 31) % (GROUPS - 1)), 2 + ((at * 97) % (GROUPS - 1))]),
  ]
  const row = (at: number) => parts(at).map(group => ({ group_id: group, member_id: at + 1, person_id: at + 1, part: 'member', since: at }))
  await inBatches(MEMBERS, numbers => db.insertInto('group_people').values(numbers.flatMap(row)).execute())
  if (isPostgres(db)) await db.executeQuery(CompiledQuery.raw('analyze'))
}

async function inBatches(total: number, put: (numbers: number[]) => Promise<unknown>) {
  for (let from = 0; from < total; from += BATCH) await put(Array.from({ length: Math.min(BATCH, total - from) }, (_, at) => from + at))
}

/** Runs join and leave once, and asks the database how it carries out each of their queries. */
async function scans(url: string) {
  const seen = new Map<string, readonly unknown[]>()
  let asked = 0
  const { dialect } = url.startsWith('postgres') ? postgresEngine(url) : sqliteEngine(url)
  const db = new Kysely<Schema>({
    dialect,
    log({ query }) {
      seen.set(query.sql, query.parameters)
      asked++
    },
  })
  const audit = makeAudit(db, () => NOW)
  const personalData = [makeGroupData({ outbox: makeOutbox(db) })]
  const people = makePeople({
    db,
    defaultLanguage: 'en',
    defaultZone: 'UTC',
    now: () => NOW,
    audit,
    personalData,
    movers: [],
    relink: [],
  })
  const groups = makeGroups({
    db,
    people,
    audit,
    outbox: makeOutbox(db),
    homes: makeHomesBook(),
    words,
    now: () => NOW,
    defaultLanguage: 'en',
  })
  const by = await people.recognise({ address: person(MEMBERS + 5000) })
  const counted = async (act: () => Promise<unknown>) => {
    const before = asked
    await act()
    return asked - before
  }
  const joining = await counted(() => groups.join(by, 5))
  await groups.view(by, 5)
  const leaving = await counted(() => groups.leave(by, 5))
  const explain = url.startsWith('postgres') ? 'explain ' : 'explain query plan '
  const found: string[] = []
  const queries = [...seen].filter(([sql]) => /^(select|update|delete)/.test(sql))
  for (const [sql, parameters] of queries) {
    const { rows } = await db.executeQuery(CompiledQuery.raw(explain + sql, [...parameters]))
    const plan = JSON.stringify(rows)
    // A table of a few rows is read whole because that is faster.
    if (/SCAN (?!CONSTANT)|Seq Scan on (members|group_people|groups)/.test(plan)) found.push(`  ${sql}\n    ${plan}`)
  }
  await db.destroy()
  return { queries: queries.length, joining, leaving, found }
}

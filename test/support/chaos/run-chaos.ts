/** Purpose: processes that deliver to a rough platform are killed at random points and started again; then every reminder must be there, once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '../../../src/database/open.ts'
import { markerOf } from '../../../src/delivery/attempt.ts'
import { startRoughPlatform } from './rough-platform.ts'

export type Chaos = { readonly databaseUrl: string; readonly processes: number; readonly kills: number; readonly seed: number }
export type Outcome = {
  readonly kills: number
  readonly reminders: number
  readonly missing: number
  readonly twice: number
  readonly strangers: number
  readonly mishaps: Readonly<Record<string, number>>
}

const PROCESS = fileURLToPath(new URL('chaos-process.ts', import.meta.url))
const CHANNELS = 12
const PER_KILL = 8
const PATIENCE = 60_000

export async function runChaos({ databaseUrl, processes, kills, seed }: Chaos): Promise<Outcome> {
  const random = makeRandom(seed)
  const platform = await startRoughPlatform(random)
  const db = await openDatabase(databaseUrl)
  const running: ChildProcess[] = []
  const start = () => startProcess(databaseUrl, platform.url)
  try {
    await addCoalition(db)
    await addReminders(db, PER_KILL * 2)
    for (let count = 0; count < processes; count++) running.push(await start())
    for (let count = 0; count < kills; count++) {
      await addReminders(db, PER_KILL)
      await setTimeout(random() * 350)
      const victim = Math.floor(random() * processes)
      await kill(running[victim])
      running[victim] = await start()
    }
    platform.calm()
    await until(async () => (await undone(db)) === 0)
    return { kills, ...(await judge(db, platform.posted)), mishaps: Object.fromEntries(platform.mishaps) }
  } finally {
    await Promise.all(running.map(kill))
    await platform.close()
    await db.destroy()
  }
}

async function startProcess(databaseUrl: string, platformUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROCESS, databaseUrl, platformUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', code => reject(new Error(`A process of the chaos test ended by itself: ${code}`)))
  })
  child.removeAllListeners('exit')
  return child
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function addCoalition(db: Database): Promise<void> {
  await db.insertInto('coalitions').values({ id: 1, name: 'test', created_at: 0 }).execute()
}

/** Each is due at once, in one of a few channels. */
async function addReminders(db: Database, count: number): Promise<void> {
  const now = Temporal.Now.zonedDateTimeISO('UTC')
  const due = now.subtract({ minutes: 2 })
  const date = {
    coalition_id: 1,
    state: 'kept',
    title: 'a date',
    about: '',
    link: '',
    starts_on: due.toPlainDate().toString(),
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: 'UTC',
    days: 2,
    rule: null,
    skips: '[]',
    updated_at: 0,
    revision: 0,
  }
  await db.transaction().execute(async trx => {
    for (let made = 0; made < count; made++) {
      const { id } = await trx.insertInto('dates').values(date).returning('id').executeTakeFirstOrThrow()
      await trx
        .insertInto('reminders')
        .values({
          coalition_id: 1,
          date_id: id,
          to_kind: 'channel',
          to_ref: `slack:T1:C${id % CHANNELS}`,
          owner: 'slack:T1:U1',
          language: 'en',
          zone: 'UTC',
          leads: '["0h"]',
          at: '09:00',
          planned_to: now.epochMilliseconds - 600_000,
          next_at: due.epochMilliseconds,
        })
        .execute()
    }
  })
}

async function undone(db: Database): Promise<number> {
  const { rows } = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirstOrThrow()
    .then(row => ({ rows: row.count }))
  const planned = await db
    .selectFrom('reminders')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('next_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return rows + planned.count
}

/** The truth is what is in the channels: for each reminder its own marker, once. */
async function judge(db: Database, posted: ReadonlyMap<string, number>) {
  const rows = await db
    .selectFrom('reminders')
    .innerJoin('dates', 'dates.id', 'reminders.date_id')
    .select(['reminders.id', 'to_ref', 'starts_on'])
    .execute()
  const wanted = rows.map(({ id, to_ref, starts_on }) => `${to_ref.split(':')[2]} ${markerOf(`reminder:${id}:${starts_on}:0h:${to_ref}`)}`)
  const known = new Set(wanted)
  return {
    reminders: wanted.length,
    missing: wanted.filter(key => !posted.has(key)).length,
    twice: [...posted.values()].filter(count => count > 1).length,
    strangers: [...posted.keys()].filter(key => !known.has(key)).length,
  }
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE
  while (!(await done())) {
    if (performance.now() > end) throw new Error('The chaos test did not come to an end')
    await setTimeout(100)
  }
}

/** The same seed, the same bad luck (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

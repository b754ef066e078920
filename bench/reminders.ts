/** Purpose: plan and deliver 100,000 reminders over 10,000 channels: how fast planning is, how much of what the platforms allow is used, what memory does;
 *  then how evenly processes share the work. `npm run bench:reminders`, or one part: `npm run bench:reminders -- planning` (delivery, sharing) */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { planReminders } from '../src/calendar/plan.ts'
import { type Database, openDatabase } from '../src/database/open.ts'
import { makeOutbox } from '../src/delivery/outbox.ts'
import { startWorker } from '../src/delivery/worker.ts'
import { makeLog } from '../src/ops/log.ts'
import { launchPostgres } from '../test/support/start-postgres.ts'
import { addReminders, CHANNELS, DAY, DISCORD_CHANNELS, PER_CHANNEL, SLACK_CHANNELS, WORKSPACES } from './many-reminders.ts'
import { makeSimulatedTime } from './simulated-time.ts'
import { DISCORD, makeStrictServer, SLACK } from './strict-server.ts'

const [only] = process.argv.slice(2)
if (only === undefined || only === 'planning') await measurePlanning()
if (only === undefined || only === 'delivery') await measureDelivery()
if (only === undefined || only === 'sharing') await measureSharing()

async function measurePlanning() {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
  const postgres = await launchPostgres()
  try {
    await withDatabase(join(folder, 'bench.sqlite'), db => plan('SQLite', db))
    await withDatabase(postgres.url, db => plan('PostgreSQL', db))
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** In memory, so that a disk does not decide how long simulated time takes. */
function measureDelivery() {
  return withDatabase(':memory:', async db => {
    await plan('SQLite in memory', db)
    await deliver(db)
  })
}

async function measureSharing() {
  const postgres = await launchPostgres()
  try {
    await withDatabase(postgres.url, async db => {
      await plan('PostgreSQL', db)
      for (const processes of [1, 2, 4]) await share(db, postgres.url, processes)
    })
  } finally {
    await postgres.stop()
  }
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>) {
  const db = await openDatabase(url)
  await work(db)
  await db.destroy()
}

async function plan(name: string, db: Database) {
  await addReminders(db)
  const started = performance.now()
  const used = process.cpuUsage()
  const planned = await planReminders({ db, outbox: makeOutbox(db), homesOf: async () => [] }, DAY)
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  console.log(
    `planning on ${name}: ${planned} deliveries in ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of this process’s CPU; load of the machine ${(loadavg()[0] ?? 0).toFixed(1)})`,
  )
}

async function deliver(db: Database) {
  const time = makeSimulatedTime(DAY + 3_600_000)
  const [slack, discord] = [makeStrictServer(SLACK, time), makeStrictServer(DISCORD, time)]
  const composers = { reminder: { compose: async () => ({ reply: { text: 'A day is near.' } }) } }
  const started = performance.now()
  const first = time.now()
  const log = makeLog('error')
  const workers = [
    startWorker({ db, platform: 'slack', messenger: slack, composers, log, clock: time }),
    startWorker({ db, platform: 'discord', messenger: discord, composers, log, clock: time }),
  ]
  const memory: number[] = []
  const all = CHANNELS * PER_CHANNEL
  await time.run(() => {
    if (Math.floor(((slack.sent() + discord.sent()) / all) * 10) > memory.length)
      memory.push(Math.round(process.memoryUsage().rss / 1_048_576))
    return slack.sent() + discord.sent() >= all
  })
  const ideal = { slack: (SLACK_CHANNELS * PER_CHANNEL) / (WORKSPACES * 5), discord: (DISCORD_CHANNELS * PER_CHANNEL) / 50 }
  for (const [name, server, seconds] of [
    ['Slack', slack, ideal.slack],
    ['Discord', discord, ideal.discord],
  ] as const) {
    const taken = (server.lastAt() - first) / 1000
    console.log(
      `${name}: ${server.sent()} sent in ${taken.toFixed(0)} s of simulated time, ${((seconds / taken) * 100).toFixed(1)} % of what is allowed; 429: ${server.refused()}`,
    )
  }
  console.log(`memory at each tenth, MB: ${memory.join(' ')}; real time ${((performance.now() - started) / 1000).toFixed(0)} s`)
  let stopped = false
  const stopping = Promise.all(workers.map(worker => worker.stop())).then(() => {
    stopped = true
  })
  await time.run(() => stopped)
  await stopping
}

async function share(db: Database, url: string, processes: number) {
  await db
    .updateTable('deliveries')
    .set({ state: 'waiting', attempts: 0, body: '{"topic":"reminder","facts":{}}' })
    .where('id', '<=', 8_000)
    .execute()
  await db.updateTable('deliveries').set({ state: 'dropped' }).where('id', '>', 8_000).where('state', '!=', 'dropped').execute()
  await db.updateTable('delivery_lanes').set({ next_at: DAY, lease_until: 0, holder: null }).execute()
  const started = performance.now()
  const counts = await Promise.all(Array.from({ length: processes }, () => runSharer(url)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const seconds = (performance.now() - started) / 1000
  console.log(
    `PostgreSQL, ${processes} process(es): ${total} sent in ${seconds.toFixed(1)} s, shares ${counts.map(count => `${((count / total) * 100).toFixed(0)} %`).join(' ')}`,
  )
}

function runSharer(url: string): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('share-process.ts', import.meta.url)), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', chunk => (out += chunk))
  return new Promise(resolve => child.once('exit', () => resolve(Number(out.trim()))))
}

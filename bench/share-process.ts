/** Purpose: one of several processes that share what is due on PostgreSQL; says at its end how much it sent. Argument: database. */
import { openDatabase } from '../src/database/open.ts'
import { REAL_CLOCK } from '../src/delivery/clock.ts'
import { startWorker } from '../src/delivery/worker.ts'
import { makeLog } from '../src/ops/log.ts'
import { DAY } from './many-reminders.ts'

const db = await openDatabase(process.argv[2] ?? '')
let sent = 0
const messenger = {
  async send() {
    await new Promise(resolve => setTimeout(resolve, 20))
    return { messageId: String(++sent) }
  },
}
const composers = { reminder: { compose: async () => ({ reply: { text: 'A day is near.' } }) } }
const begun = performance.now()
// Everything is due: the clock stands at an hour after it, and goes on as the real one does.
const clock = {
  now: () => DAY + 7_200_000 + Math.round(performance.now() - begun),
  random: Math.random,
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, signal),
}
const workers = (['slack', 'discord'] as const).map(platform =>
  startWorker({ db, platform, messenger, composers, log: makeLog('error'), clock, rates: {}, lookEvery: 50 }),
)
while (await waiting()) await sleep(200)
await Promise.all(workers.map(worker => worker.stop()))
console.log(sent)
await db.destroy()

async function waiting(): Promise<boolean> {
  const row = await db.selectFrom('deliveries').select('id').where('state', 'in', ['waiting', 'sending']).limit(1).executeTakeFirst()
  return row !== undefined
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return REAL_CLOCK.sleep(ms, signal)
}

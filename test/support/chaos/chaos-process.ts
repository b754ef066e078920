/** Purpose: one process of Plenary's delivery, as it is killed in chaos tests: plans and sends, with short times. Arguments: database, platform. */
import { composeReminder } from '../../../src/calendar/compose-reminder.ts'
import { planReminders } from '../../../src/calendar/plan.ts'
import { openDatabase } from '../../../src/database/open.ts'
import { makeOutbox } from '../../../src/delivery/outbox.ts'
import { startWorker } from '../../../src/delivery/worker.ts'
import { type Messenger, TryLater, Unknown } from '../../../src/messenger.ts'
import { makeLog } from '../../../src/ops/log.ts'
import { NO_LIBRARY } from './no-library.ts'

export const CHAOS_TIMES = { lease: 1_500, sendWithin: 400, settleAfter: 500, patience: 200, retry: { first: 50, longest: 400 } }

const [databaseUrl = '', platformUrl = ''] = process.argv.slice(2)

const ask = async (path: string, channel: string, marker: string) => {
  const response = await fetch(platformUrl + path, { method: 'POST', body: JSON.stringify({ channel, marker }) }).catch(error => {
    throw new Unknown('broken', { cause: error })
  })
  const body: { retryAfterMs?: number; found?: boolean } = JSON.parse((await response.text()) || '{}')
  if (response.status === 429) throw new TryLater(body.retryAfterMs)
  if (!response.ok) throw new Unknown(String(response.status))
  return body
}
const messenger: Messenger = {
  async send(to, _, options) {
    await ask('/send', to.id, options?.marker ?? '')
    return { messageId: '1' }
  },
  wasSent: async (to, { marker }) => (await ask('/was-sent', to.id, marker)).found === true,
}

const db = await openDatabase(databaseUrl)
const composers = {
  reminder: composeReminder({
    db,
    library: NO_LIBRARY,
    titleOf: ({ title }) => title,
    sourceOf: () => undefined,
    voiceOf: async ({ language, zone }) => ({ language, zone }),
  }),
}
startWorker({
  db,
  platform: 'slack',
  messenger,
  composers,
  log: makeLog('fatal'),
  times: CHAOS_TIMES,
  rates: { channel: { every: 5, burst: 1 } },
  lookEvery: 50,
})
const plan = { db, outbox: makeOutbox(db), homesOf: async () => [] }
console.log('ready')
for (;;) {
  await planReminders(plan, Temporal.Now.instant().epochMilliseconds).catch(() => undefined)
  await new Promise(resolve => setTimeout(resolve, 100))
}

/** Purpose: each job once in its minute, hour or day, whoever ticks; one that fails takes no other with it. */
import { describe, expect, test } from 'vitest'
import type { Job } from '../../src/jobs/job.ts'
import { tick } from '../../src/jobs/run-jobs.ts'
import { makeLog } from '../../src/ops/log.ts'
import { ENGINES, freshDatabase } from '../support/engines.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds

describe.each(ENGINES)('$name', engine => {
  test('once in its slot, even when several tick; made up for after an absence', async () => {
    const db = await freshDatabase(engine)
    const ran: string[] = []
    const job = (name: string, every: Job['every']): Job => ({ name, every, run: async () => void ran.push(name) })
    const broken: Job = { name: 'broken', every: 'minute', run: () => Promise.reject(new Error('no')) }
    const timetable = [broken, job('minute', 'minute'), job('hour', 'hour'), job('day', 'day')]
    const go = (text: string) => tick(db, timetable, makeLog('fatal'), at(text))
    await Promise.all([go('2027-03-28T00:59:00Z'), go('2027-03-28T00:59:30Z')])
    expect(ran.sort()).toEqual(['day', 'hour', 'minute'])
    await go('2027-03-28T01:00:00Z')
    expect(ran.splice(3).sort()).toEqual(['hour', 'minute'])
    await go('2027-04-02T09:00:00Z')
    expect(ran.splice(3).sort()).toEqual(['day', 'hour', 'minute'])
  })
})

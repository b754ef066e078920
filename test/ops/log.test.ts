/** Purpose: the log tells operators what failed, and nobody's secrets or words. */
import { expect, test } from 'vitest'
import { makeLog, reportTo, withoutSecrets } from '../../src/ops/log.ts'
import { makePlenary } from '../support/make-plenary.ts'

test('tokens and passwords are struck out wherever they stand', () => {
  const slack = ['xoxb', '123456789012', 'abcdefGHIJKL'].join('-')
  const discord = ['MTA5ODc2NTQzMjEwOTg3NjU0MzI', 'GabcDE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.')
  for (const secret of [slack, discord, 'a1b2c3d4'.repeat(5)])
    expect(withoutSecrets(`failed with ${secret} today`)).toBe('failed with [secret] today')
  expect(withoutSecrets('postgres://plenary:hunter2@db/plenary')).toBe('postgres://plenary:[secret]@db/plenary')
})

test('a failure is logged whole, causes too, with the reference that the person got', () => {
  const lines: string[] = []
  const error = new Error('outer postgres://a:hunter2@b/c', { cause: Object.assign(new Error('inner'), { code: 'SQLITE_FULL' }) })
  const reference = reportTo(makeLog('info', { write: line => void lines.push(line) }))(error, { command: 'practice' })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    reference,
    command: 'practice',
    err: { cause: { message: 'inner', code: 'SQLITE_FULL' } },
  })
  expect(lines.join()).not.toContain('hunter2')
})

test('nothing that a member types is logged, even when it fails', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana-who-is-at-risk')
  await ana.says('/practice my-private-words')
  await plenary.db.destroy()
  const failed = await ana.says('/my timezone my-private-city')
  failed.hears(/give this reference to your operator: [0-9a-f]{8}/)
  expect(plenary.logged).toHaveLength(1)
  expect(plenary.logged.join()).not.toMatch(/my-private|ana-who-is-at-risk/)
})

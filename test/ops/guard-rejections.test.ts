/** Purpose: a failure that nobody waited for ends nothing, and is in the log without secrets. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const modules = new URL('../../src/ops/', import.meta.url)
const PROGRAM = `
  import { guardRejections } from '${modules.href}guard-rejections.ts'
  import { makeLog } from '${modules.href}log.ts'
  guardRejections(makeLog('info'))
  Promise.reject(new Error('lost xoxb-secret-token'))
  Promise.reject('not even an error')
  setTimeout(() => console.log('still here'), 20)
`

test('the process lives on, and each failure is one line with a reference', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM])
  expect(stdout).toBe('still here\n')
  const lines = stderr
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines).toMatchObject([
    { level: 'error', reference: expect.stringMatching(/^[0-9a-f]{8}$/), err: { message: 'lost [secret]' } },
    { level: 'error', err: { message: 'not even an error' } },
  ])
})

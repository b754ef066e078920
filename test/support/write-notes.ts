/** Purpose: a rapporteur in a process of its own, which can be killed: each note that was acknowledged is told on standard output. */
import { assemble } from '../../src/assemble.ts'
import { readConfig } from '../../src/config.ts'
import { makeLog } from '../../src/ops/log.ts'
import { plainText } from '../../src/reply.ts'

const { conversation } = await assemble({ ...readConfig({}), databaseUrl: process.argv[2] ?? '' }, makeLog('error'))
const address = { platform: 'web', space: 'test', id: 'ana' } as const
const place = { address: { ...address, id: 'general' }, private: false }
const hear = (line: string) => conversation.hear({ by: { address, vouched: 'rapporteur' }, place, said: { line } })

await hear('/session open Crash template:minutes')
for (let count = 1; ; count++) {
  const { reply } = await hear(`/note o line ${process.pid}-${count}`)
  if (plainText(reply.text).startsWith('#')) process.stdout.write(`${process.pid}-${count}\n`)
}

/** Purpose: the table of roles in docs/architecture.md says what the commands declare. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionNames } from '../../src/command-kit/command-book.ts'
import { loadCommands } from '../../src/command-kit/load-commands.ts'

const text = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8')
const book = await loadCommands()

test.each(['guest', 'rapporteur', 'coordinator', 'admin'])('what the role %s opens', role => {
  const row = text.split('\n').find(line => line.startsWith(`| ${role} | `)) ?? ''
  const told = Array.from((row.split('|')[3] ?? '').matchAll(/`([^`]+)`/g), ([, name]) => name)
  expect(told.sort()).toEqual(
    actionNames(book)
      .filter(name => book.find(name)?.whoCanUse === role)
      .sort(),
  )
})

/** Purpose: what every command inherits: it explains itself, fits the platforms, its examples work, strangers are refused. */
import { describe, expect, test } from 'vitest'
import { MAX_BUTTON_ID, readButtonId, writeButtonId } from '../../src/command-kit/button-id.ts'
import { actionNames, fullName, UMBRELLA } from '../../src/command-kit/command-book.ts'
import { askedIn, opensForm } from '../../src/command-kit/form.ts'
import { loadCommands } from '../../src/command-kit/load-commands.ts'
import { parseLine } from '../../src/command-kit/parse-line.ts'
import { atLeast, ROLES } from '../../src/command-kit/roles.ts'
import { CATALOGUES, LANGUAGES } from '../../src/locales/say.ts'
import { makePlenary } from '../support/make-plenary.ts'

const book = await loadCommands()
const names = actionNames(book)
/** Discord's rule for names of commands, actions and options (interactions/application-commands). */
const DISCORD_NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u

describe.each([...book.commands])('/%s', (word, command) => {
  test('fits Discord: names, 25 options and choices, descriptions of 100 characters in every language', () => {
    expect(word).toMatch(DISCORD_NAME)
    expect(Object.keys(command.actions).length).toBeLessThanOrEqual(25)
    for (const [name, action] of Object.entries(command.actions)) {
      if (name !== '') expect(name).toMatch(DISCORD_NAME)
      const shown = Object.entries(action.options).filter(([, { hidden }]) => !hidden)
      expect(shown.length).toBeLessThanOrEqual(25)
      for (const key of [command.summary, action.summary, ...shown.map(([, { about }]) => about)]) {
        for (const language of LANGUAGES) expect(CATALOGUES[language][key].length, `${language} ${key}`).toBeLessThanOrEqual(100)
      }
      for (const [option, { choices = [] }] of shown) {
        expect(option).toMatch(DISCORD_NAME)
        expect(choices.length).toBeLessThanOrEqual(25)
      }
    }
  })

  test('has a bare action', () => {
    expect(command.actions[command.bare]).toBeDefined()
  })

  test('asks in forms of at most five fields', () => {
    for (const action of Object.values(command.actions)) if (opensForm(action, {})) expect(askedIn(action).length).toBeLessThanOrEqual(5)
  })
})

test('every example works as it stands, and says the same under the umbrella', async () => {
  const [plain, umbrella] = await Promise.all([makePlenary(), makePlenary()])
  const [ana, ben] = [plain.member('ana', { role: 'admin' }), umbrella.member('ana', { role: 'admin' })]
  for (const name of names) {
    const examples = book.find(name)?.examples ?? []
    expect(examples.length, `${name} needs an example`).toBeGreaterThan(0)
    for (const example of examples) {
      const reply = await ana.says(`/${name} ${example}`)
      expect(reply.mood, `/${name} ${example}: ${reply.words}`).not.toBe('error')
      expect((await ben.says(`/${UMBRELLA} ${name} ${example}`)).words).toBe(reply.words)
    }
  }
})

test('help explains every command, with all that it can do', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'admin' })
  for (const [word, command] of book.commands) {
    const help = await ana.says(`/plenary help ${word}`)
    for (const action of Object.keys(command.actions)) help.hears(`/${fullName(word, action)}`)
  }
})

test('each action refuses every role below the one it is for, and no other', async () => {
  const plenary = await makePlenary()
  for (const name of names) {
    const action = book.find(name)
    if (!action) throw new Error(name)
    for (const role of ROLES) {
      const { command, options } = parseLine(book, `/${name} ${action.examples[0] ?? ''}`)
      const reply = await plenary.member(`some-${role}`, { role }).does({ command, options })
      // Somebody unknown to the chat is a member; `guest` is only what a platform says of its guests.
      const standing = role === 'guest' ? 'guest' : role
      const refused = /This is for the role/.test(reply.words)
      expect(refused, `${role} /${name}`).toBe(!atLeast(standing, action.whoCanUse))
    }
  }
})

test('button ids survive any text, and short ones stay within Discord’s 100 characters', async () => {
  const plenary = await makePlenary()
  const reply = await plenary.member('ana').says('/practice xenophobia schools region:europe')
  for (const button of reply.allButtons) {
    const id = writeButtonId(button)
    expect(id.length).toBeLessThanOrEqual(MAX_BUTTON_ID)
    expect(readButtonId(id)).toMatchObject({ command: button.command, options: button.options ?? {} })
  }
})

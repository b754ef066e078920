/** Purpose: teach by example: what can be said, with buttons that say it. Everything here is read from the commands themselves. */
import { fullName, UMBRELLA } from '../src/command-kit/command-book.ts'
import type { Context } from '../src/command-kit/context.ts'
import { type Action, type Command, defineCommand } from '../src/command-kit/define-command.ts'
import { type Complete, optional, words } from '../src/command-kit/options.ts'
import { parseLine } from '../src/command-kit/parse-line.ts'
import { atLeast } from '../src/command-kit/roles.ts'
import { ranked } from '../src/nearest.ts'
import type { Button, Card, Field, Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { welcomeButton } from './answers/my-welcome.ts'

const completeCommand: Complete = ({ book, label }, typed) =>
  ranked([...book.commands], ([name]) => name, typed).map(([name, { summary }]) => ({ value: name, label: `/${name}: ${label(summary)}` }))

export default defineCommand({
  summary: 'help.summary',
  whoCanUse: 'guest',
  examples: ['', 'practice'],
  options: { command: optional(words('help.about-command', { complete: completeCommand, maxLength: 60 })) },
  run: (context, { command }) => (command === undefined ? overview(context) : explain(context, command)),
})

/** What most people come for stands first; pages about Plenary itself are not listed. */
const MAIN_JOBS = ['practice', 'recommendation', 'resource', 'library', 'group']
const PAGES = ['help', 'home']

function overview(context: Context): Reply {
  const usable = [...context.book.commands].filter(([name, command]) => !PAGES.includes(name) && mayUse(context, command))
  const place = ([name]: readonly [string, Command]) => (MAIN_JOBS.includes(name) ? MAIN_JOBS.indexOf(name) : MAIN_JOBS.length)
  usable.sort((one, other) => place(one) - place(other))
  return {
    text: context.say('help.intro'),
    buttons: [welcomeButton(context)],
    cards: [
      ...usable.map(([name, command]) => introduce(context, name, command)),
      { title: context.label('help.tip.title'), text: context.say('help.tip', { umbrella: { code: `/${UMBRELLA} practice …` } }) },
    ],
  }
}

const mayUse = ({ person }: Context, command: Command) =>
  Object.values(command.actions).some(({ whoCanUse }) => atLeast(person.role, whoCanUse))

function introduce({ label, book }: Context, name: string, command: Command): Card {
  const bare = command.actions[command.bare]
  const line = `/${name} ${bare?.examples[0] ?? ''}`.trim()
  return {
    title: label(command.summary),
    buttons: [tryButton(book, line), { label: label('help.more', { command: `/${name}` }), command: 'help', options: { command: name } }],
  }
}

/** A button that does just what typing the line would do. */
const tryButton = (book: Context['book'], line: string): Button => ({ label: line, look: 'primary', ...parseLine(book, line) })

function explain(context: Context, asked: string): Reply {
  const { book, label } = context
  const word = asked.trim().replace(/^\//, '').toLowerCase().split(/\s+/)[0] ?? ''
  const command = book.commands.get(word)
  if (!command) throw unknown(context, word)
  return {
    text: `/${word}: ${label(command.summary)}`,
    cards: Object.entries(command.actions).map(([name, action]) => explainAction(context, fullName(word, name), action)),
  }
}

function unknown({ book }: Context, word: string): UserError {
  const meant = book.suggest(word)
  if (!meant) return new UserError('error.unknown-command', { word }, { field: 'command' })
  const button: Button = { label: `/${meant}`, command: 'help', options: { command: meant }, look: 'primary' }
  return new UserError(
    'error.unknown-command-meant',
    { word, command: { code: `/${UMBRELLA} help ${meant}` } },
    { field: 'command', buttons: [button] },
  )
}

function explainAction({ label, book }: Context, name: string, action: Action): Card {
  const options = Object.entries(action.options).filter(([, { hidden }]) => !hidden)
  const fields: Field[] = options.map(([option, { about, kind }]) => ({
    label: kind === 'words' ? '…' : `${option}:`,
    value: label(about),
  }))
  return {
    title: `/${name}`,
    text: label(action.summary),
    fields: [
      ...fields,
      ...(action.whoCanUse === 'guest'
        ? []
        : [{ label: label('help.who'), value: label('help.who.above', { role: label(`role.${action.whoCanUse}`) }) }]),
    ],
    buttons: action.examples.map(example => tryButton(book, `/${name} ${example}`.trim())),
  }
}

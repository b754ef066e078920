/** Purpose: Plenary on the command line: `npm run plenary -- <word> …`. */
import { readFile } from 'node:fs/promises'
import { ConfigMistakes } from '../config.ts'
import { DatabaseTrouble } from '../database/database-trouble.ts'
import { SeedMistakes } from '../library/read-seeds.ts'
import { UsageMistake } from './usage-mistake.ts'

/** Each is loaded only when it is asked for: `--version` need not wait for the library. */
const COMMANDS: Readonly<Record<string, () => Promise<(words: string[]) => Promise<number>>>> = {
  say: async () => (await import('./say.ts')).say,
  search: async () => (await import('./search.ts')).search,
  doctor: async () => (await import('./doctor.ts')).doctor,
  invite: async () => (await import('./invite.ts')).inviteVisitor,
  export: async () => (await import('./export.ts')).exportData,
  import: async () => (await import('./import.ts')).importData,
  manifest: async () => (await import('./manifest.ts')).manifest,
}

const HELP = `Plenary, the memory and the clock of a coalition.

  npm start                                   start it; it prints its address
  npm run plenary -- say "/practice xenophobia schools"
                                              what a member would see
      --json        the reply before any platform gives it a shape
      --as ROLE     guest, member, rapporteur, coordinator or admin
      --lang LANG   en, fr, es or ar
  npm run plenary -- search "words"           ranked entries; without words, one query a line from standard input
      --json        one line of JSON for each query
      --limit N     how many entries (default 5)
  npm run plenary -- doctor                   what is well, and what to mend
  npm run plenary -- invite NAME              a one-time link into the web chat (needs WEB_SECRET)
      --role ROLE   the role of the one who enters (default member)
  npm run plenary -- manifest slack           the app's manifest for Slack
      --url URL     for Slack over HTTP: the public address of the web chat
      --only-umbrella
                    only /plenary, where other apps own the short names
      --json        as JSON instead of YAML
  npm run plenary -- manifest discord         the application commands for Discord, in JSON
  npm run plenary -- export [library|sessions|notes|commitments|reports]
                                              a coalition’s own entries, sessions with their notes, commitments, published reports
      --format F    json, csv (of all but reports) or markdown
      --starter     the starter library, too
      --coalition N which one, where there are several
  npm run plenary -- import FILE              practices and commitments (.json, .csv), dates (.ics), a report (.txt, .md) as draft notes
      --template T  the report’s template (default gfmd-2016)
      --title T     the title of its session
      --yes         saves the dates of a calendar; without it they are only shown
  npm run plenary -- --version
  npm run plenary -- --help`

process.exitCode = await main(process.argv.slice(2))

async function main([word = '--help', ...rest]: string[]): Promise<number> {
  if (word === '--help' || word === 'help') return print(HELP)
  if (word === '--version') return print(await version())
  const load = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (!load) return complain(`There is no “${word}”. Try --help.`)
  try {
    return await (await load())(rest)
  } catch (error) {
    const explained = [ConfigMistakes, DatabaseTrouble, SeedMistakes, UsageMistake].some(kind => error instanceof kind)
    if (explained && error instanceof Error) return complain(error.message)
    throw error
  }
}

async function version(): Promise<string> {
  const packed: { version?: unknown } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  return String(packed.version)
}

function print(text: string): number {
  console.log(text)
  return 0
}

function complain(text: string): number {
  console.error(text)
  return 2
}

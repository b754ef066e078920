/** Purpose: the house's rules, run over every import: who may use whom, how long a file may be, how it opens. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['commands', 'src', 'bench', 'test']
const LONGEST_FILE = 250

type Source = {
  readonly path: string
  readonly text: string
  readonly imports: readonly { readonly to: string; readonly typeOnly: boolean }[]
}

const sources: readonly Source[] = FOLDERS.flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
)
  .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map(path => readSource(path))

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const found = text.matchAll(/^import\s+(type\s)?(?:[^'"]*?from\s+)?'([^']+)'/gm)
  const imports = Array.from(found, ([, typeOnly, to = '']) => ({
    to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to,
    typeOnly: typeOnly !== undefined,
  }))
  return { path, text, imports }
}

/** The features: each may be used by others through any of its files but its store. */
const FEATURES = ['library', 'groups', 'calendar', 'sessions', 'commitments', 'people']
const LEAVES = [
  'src/address.ts',
  'src/reply.ts',
  'src/messenger.ts',
  'src/user-error.ts',
  'src/nearest.ts',
  'src/fold.ts',
  'src/zones.ts',
  'src/spoken-dates.ts',
  'src/mention.ts',
  'src/locales/',
]
/** Words of features that commands may use: types, states. */
const WORDS = ['src/groups/group.ts', 'src/sessions/note-types.ts', 'src/commitments/states.ts']
const PORTS = ['src/groups/homes-port.ts', 'src/calendar/events-port.ts']
const ASSEMBLERS = ['src/main.ts', 'src/assemble.ts']

const within = (path: string, ...places: readonly string[]) => places.some(place => path === place || path.startsWith(place))
const features = FEATURES.map(feature => `src/${feature}/`)

type Rule = { readonly says: string; readonly broken: (from: Source, to: string, typeOnly: boolean) => boolean }
const RULES: readonly Rule[] = [
  {
    says: 'commands use the kit and the leaves; of features only their types and their words (kinds, targets)',
    broken: ({ path }, to, typeOnly) =>
      within(path, 'commands/') &&
      !typeOnly &&
      !within(to, 'commands/answers/', 'src/command-kit/', ...LEAVES, 'src/library/entry.ts', ...WORDS),
  },
  {
    says: 'the kit uses the leaves; features only as types',
    broken: ({ path }, to, typeOnly) =>
      within(path, 'src/command-kit/') && !typeOnly && !within(to, 'src/command-kit/', ...LEAVES) && to.startsWith('src/'),
  },
  {
    says: 'leaves use leaves',
    broken: ({ path }, to, typeOnly) => within(path, ...LEAVES) && !typeOnly && to.startsWith('src/') && !within(to, ...LEAVES),
  },
  {
    says: 'features do not know platforms, jobs or how things are put together',
    broken: ({ path }, to) =>
      within(path, ...features) && within(to, 'src/platforms/', 'src/jobs/', 'src/cli/', 'commands/', ...ASSEMBLERS),
  },
  {
    says: 'a feature uses another feature’s front, never its store',
    broken: ({ path }, to) =>
      features.some(home => within(path, 'src/') && !within(path, home) && within(to, home) && to.endsWith('-store.ts')) &&
      !within(path, 'src/cli/'),
  },
  {
    says: 'platforms do not know each other',
    broken: ({ path }, to) => {
      const mine = /^src\/platforms\/(slack|discord|web)\//.exec(path)?.[1]
      const other = /^src\/platforms\/(slack|discord|web)\//.exec(to)?.[1]
      return mine !== undefined && other !== undefined && mine !== other
    },
  },
  {
    says: 'platforms reach features only through the kit, and through the ports that are made for them',
    broken: ({ path }, to, typeOnly) => within(path, 'src/platforms/') && !typeOnly && within(to, ...features) && !PORTS.includes(to),
  },
  {
    says: 'SQL is in stores and in the database room',
    broken: ({ path }, to, typeOnly) =>
      to === 'kysely' && !typeOnly && within(path, 'src/') && !within(path, 'src/database/', 'src/main.ts') && !path.endsWith('-store.ts'),
  },
  {
    says: 'Slack’s packages stay in its folder',
    broken: ({ path }, to) => to.startsWith('@slack/') && !within(path, 'src/platforms/slack/', 'test/', 'bench/'),
  },
  {
    says: 'Discord’s packages stay in its folder',
    broken: ({ path }, to) => /^discord(\.js|-api-types)/.test(to) && !within(path, 'src/platforms/discord/', 'test/', 'bench/'),
  },
  {
    says: 'HTTP is in the web platform and in ops',
    broken: ({ path }, to) => /^(hono|@hono\/)/.test(to) && !within(path, 'src/platforms/', 'src/ops/', 'test/', 'bench/'),
  },
]

test.each(RULES)('$says', ({ broken }) => {
  const found = sources.flatMap(source =>
    source.imports.filter(({ to, typeOnly }) => broken(source, to, typeOnly)).map(({ to }) => `${source.path} uses ${to}`),
  )
  expect(found).toEqual([])
})

test('only config.ts reads the environment', () => {
  const found = sources.filter(
    ({ path, text }) => within(path, 'src/', 'commands/') && path !== 'src/config.ts' && text.includes('process.env'),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

test('every file opens with its purpose and stays short', () => {
  const unclear = sources.filter(({ text }) => !/^(#!.*\n)?\/\*\* Purpose: /.test(text)).map(({ path }) => path)
  const long = sources.filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE).map(({ path }) => path)
  expect({ unclear, long }).toEqual({ unclear: [], long: [] })
})

test('no drawers: no utils, no helpers, no index.ts', () => {
  const drawers = sources.filter(({ path }) => /(^|\/)(utils?|helpers?|index|misc|common)\.ts$|\/(utils?|helpers?)\//.test(path))
  expect(drawers.map(({ path }) => path)).toEqual([])
})

test('every import of a file ends on an existing one', () => {
  const known = new Set(sources.map(({ path }) => path))
  const lost = sources.flatMap(({ path, imports }) =>
    imports.filter(({ to }) => to.endsWith('.ts') && !known.has(to) && !to.startsWith('/')).map(({ to }) => `${path} → ${to}`),
  )
  expect(lost).toEqual([])
})

/** Purpose: the whole library: search any kind, read one entry, find its like, look around by theme. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choices, line, optional } from '../src/command-kit/options.ts'
import { KINDS } from '../src/library/entry.ts'
import type { LibraryEntry } from '../src/library/question.ts'
import type { Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { fullCard, previewCard } from './answers/entry-card.ts'
import { answerSearch, themeButton } from './answers/search-answer.ts'
import { completeId, kindLabel, searchOptions } from './answers/search-options.ts'

const wholeSearch = { ...searchOptions, kind: optional(choices('option.kind', KINDS, kindLabel)) }
const entryId = { id: line('option.id', { complete: completeId, maxLength: 12 }) }
const SIMILAR = 3
const MAX_RELATED = 5

const search = defineAction({
  summary: 'library.search.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  fromMessage: 'words',
  examples: ['portugal mediators', 'kind:fact refugees', 'theme:education year:2016'],
  options: wholeSearch,
  run: (context, values) => answerSearch(context, { command: 'library search', kinds: values.kind ?? [], values }),
})

const find = defineAction({
  summary: 'library.find.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: wholeSearch,
  asks: ['words', 'kind', 'region', 'theme', 'target'],
  run: (context, values) => answerSearch(context, { command: 'library search', kinds: values.kind ?? [], values }),
})

const get = defineAction({
  summary: 'library.get.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['P-014'],
  options: entryId,
  run: (context, { id }) => showEntry(context, findEntry(context, id)),
})

const like = defineAction({
  summary: 'library.like.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['P-014'],
  options: entryId,
  run(context, { id }) {
    const entry = findEntry(context, id)
    const hits = context.library.alike(context.person.coalition, entry, SIMILAR)
    if (hits.length === 0) return { text: context.say('search.like-nothing', { id: entry.id }) }
    return {
      text: context.say('search.like-title', { id: entry.id, title: entry.title }),
      cards: hits.map(hit => previewCard(context, hit)),
    }
  },
})

const themes = defineAction({
  summary: 'library.themes.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  run(context) {
    const { library, say } = context
    return {
      text: say('search.themes', { total: library.size() }),
      buttons: library.themes.all.flatMap(({ id }) => themeButton(context, id)),
    }
  },
})

export default defineCommandFamily({ summary: 'library.summary', actions: { search, get, like, themes, find }, bare: 'search' })

function findEntry({ library, person }: Context, id: string): LibraryEntry {
  const entry = library.get(person.coalition, id)
  if (!entry) throw new UserError('error.entry-unknown', { id }, { field: 'id' })
  return entry
}

function showEntry(context: Context, entry: LibraryEntry): Reply {
  const { library, person, say } = context
  const related = library.related(person.coalition, entry).slice(0, MAX_RELATED)
  return {
    text: say('entry.shown', { id: entry.id, title: entry.title }),
    cards: [fullCard(context, entry)],
    buttons: related.map(({ id, title }) => ({ label: `${id} ${title}`, command: 'library get', options: { id } })),
  }
}

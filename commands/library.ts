/** Purpose: the whole library: search any kind, read one entry, find its like, look around by theme. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, choices, hidden, line, number, optional, paragraph, words } from '../src/command-kit/options.ts'
import { KINDS } from '../src/library/entry.ts'
import type { LibraryEntry } from '../src/library/question.ts'
import type { Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { fullCard, previewCard } from './answers/entry-card.ts'
import {
  ADDED,
  addEntry,
  approveProposal,
  checkedEntry,
  editEntry,
  FLAG_WORDS,
  flagEntry,
  rejectProposal,
  showQueue,
  whyKey,
  wishFor,
} from './answers/review-answers.ts'
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
  menuName: 'discord.menu-search',
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

const add = defineAction({
  summary: 'review.add.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    what: paragraph('review.option.what', { maxLength: 1000 }),
    where: optional(line('review.option.where', { maxLength: 120 })),
    whom: optional(line('review.option.whom', { maxLength: 200 })),
    source: line('review.option.source', { maxLength: 300 }),
    kind: optional(choice('option.kind', ADDED, kindLabel)),
  },
  asks: ['what', 'where', 'whom', 'source'],
  run: addEntry,
})

const queue = defineAction({
  summary: 'review.queue.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { page: hidden(optional(number('option.page', { max: 10_000 }))) },
  run: (context, { page }) => showQueue(context, page),
})

const proposal = { proposal: line('review.option.proposal', { maxLength: 12 }) }
const approve = defineAction({
  summary: 'review.approve.summary',
  whoCanUse: 'member',
  examples: ['N-001'],
  options: { ...proposal, organisation: optional(line('review.option.organisation', { maxLength: 120 })) },
  asks: ['organisation'],
  run: (context, given) => approveProposal(context, given.proposal, given.organisation),
})

const reject = defineAction({
  summary: 'review.reject.summary',
  whoCanUse: 'coordinator',
  examples: ['N-001'],
  options: proposal,
  run: (context, given) => rejectProposal(context, given.proposal),
})

const flag = defineAction({
  summary: 'review.flag.summary',
  whoCanUse: 'member',
  examples: ['P-014 outdated'],
  options: {
    ...entryId,
    why: choice('review.option.why', FLAG_WORDS, whyKey),
    words: optional(words('review.option.words')),
  },
  asks: ['why', 'words'],
  run: (context, { id, why, words }) => flagEntry(context, findEntry(context, id), why, words),
})

const edit = defineAction({
  summary: 'review.edit.summary',
  whoCanUse: 'coordinator',
  examples: ['P-014'],
  options: {
    ...entryId,
    title: optional(line('review.option.title')),
    summary: optional(paragraph('review.option.summary', { maxLength: 1200 })),
    address: optional(line('review.option.address')),
  },
  asks: ['title', 'summary', 'address'],
  run: (context, { id, ...change }) => editEntry(context, findEntry(context, id), change),
})

const checked = defineAction({
  summary: 'review.checked.summary',
  whoCanUse: 'coordinator',
  examples: ['P-014'],
  options: entryId,
  run: (context, { id }) => checkedEntry(context, findEntry(context, id)),
})

const wish = defineAction({
  summary: 'review.wish.summary',
  whoCanUse: 'member',
  examples: ['childcare during language classes'],
  options: { words: words('option.words') },
  run: (context, given) => wishFor(context, given.words),
})

export default defineCommandFamily({
  summary: 'library.summary',
  actions: { search, get, like, themes, find, add, queue, approve, reject, flag, edit, checked, wish },
  bare: 'search',
})

function findEntry({ library, person }: Context, id: string): LibraryEntry {
  const entry = library.get(person.coalition, id)
  if (!entry) throw new UserError('error.entry-unknown', { id }, { field: 'id' })
  return entry
}

async function showEntry(context: Context, entry: LibraryEntry): Promise<Reply> {
  const { library, person, say, review, label } = context
  const known = await review.standing(person.coalition, entry.id)
  const standing = known && label(known.standing === 'reviewed' ? 'review.is-reviewed' : 'review.is-unreviewed')
  const related = library.related(person.coalition, entry).slice(0, MAX_RELATED)
  return {
    text: say('entry.shown', { id: entry.id, title: entry.title }),
    cards: [
      {
        ...fullCard(context, entry),
        ...(known &&
          standing && { note: [`${standing} · ${label('review.last-checked')} `, { instant: known.checkedAt, zone: person.zone }] }),
      },
    ],
    buttons: related.map(({ id, title }) => ({ label: `${id} ${title}`, command: 'library get', options: { id } })),
  }
}

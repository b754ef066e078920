/** Purpose: one search as a conversation: results three at a time, or what to try when there are none. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Kind } from '../../src/library/entry.ts'
import type { Filters, Found } from '../../src/library/question.ts'
import type { Button, Reply, Text } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { askedBefore } from './asked-before.ts'
import { previewCard } from './entry-card.ts'
import { filterNames, readFilters, type SearchValues } from './search-options.ts'

const PAGE_SIZE = 3

/** A search as its command sees it: the name, so that buttons can ask for more, and the kinds that it looks among. */
type Search = {
  readonly command: string
  readonly kinds: readonly Kind[]
  readonly values: SearchValues & { readonly kind?: readonly Kind[] | undefined }
}

export const answerSearch = (context: Context, search: Search): Reply => askedBefore(context, search, () => makeAnswer(context, search))

function makeAnswer(context: Context, search: Search): Reply {
  const { library, person } = context
  const filters = readFilters(context, search.values, search.kinds)
  const page = search.values.page ?? 1
  const text = search.values.words ?? ''
  if (Object.keys(typedOptions(search.values)).length === 0) return invite(context, search)
  const found = library.search(person.coalition, { text, filters, from: (page - 1) * PAGE_SIZE, size: PAGE_SIZE })
  if (found.total === 0) return nothing(context, search, filters, found)
  const pages = Math.ceil(found.total / PAGE_SIZE)
  if (page > pages)
    throw new UserError('search.no-such-page', { page, pages, found: context.label('search.found-all', { total: found.total }) })
  return {
    text: heading(context, text, found, { page, pages, filters: filterNames(context, filters) }),
    cards: found.hits.map(hit => previewCard(context, hit)),
    buttons: pageButtons(context, search, page, pages),
    ...(search.values.page !== undefined && { instead: true }),
  }
}

type Heading = { readonly page: number; readonly pages: number; readonly filters: string }

/** What was found for what; where the search understood something else, or less, than was typed, it says so. */
function heading({ label }: Context, words: string, { total, mended, unheard }: Found, { page, pages, filters }: Heading): Text {
  const meant = mended.reduce((line, { typed, meant }) => line.replace(typed, meant), words)
  let found = words === '' ? label('search.found-all', { total }) : label('search.found', { total, words })
  if (mended.length > 0) found = label('search.mended', { found, meant })
  if (filters !== '') found = label('search.filtered', { found, filters })
  if (pages > 1) found = label('search.page', { found, page, pages })
  return unheard.length > 0 ? label('search.unheard', { found, words: unheard.slice(0, 3).join(' · ') }) : found
}

/** The search again with other options: what a person would have to type for it. */
function again({ command, values }: Search, change: Readonly<Record<string, string>>, label: string): Button {
  return { label, command, options: { ...typedOptions(values), ...change } }
}

const typedOptions = ({ page: _, ...values }: Search['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))

function pageButtons({ label }: Context, search: Search, page: number, pages: number): Button[] {
  return [
    ...(page > 1 ? [again(search, { page: String(page - 1) }, label('search.previous'))] : []),
    ...(page < pages ? [again(search, { page: String(page + 1) }, label('search.next'))] : []),
  ]
}

function nothing(context: Context, search: Search, filters: Filters, { instead }: Found): Reply {
  const { label } = context
  const { words = '' } = search.values
  const themes = instead.themes.slice(0, 3).flatMap(id => themeButton(context, id))
  return {
    text: [nothingFor(context, words, filterNames(context, filters)), ' ', label('search.nothing-hint')],
    buttons: [
      ...(instead.withoutFilters > 0
        ? [{ label: label('search.without-filters', { total: instead.withoutFilters }), command: search.command, options: { words } }]
        : []),
      ...(instead.everywhere > 0
        ? [{ label: label('search.all-kinds', { total: instead.everywhere }), command: 'library search', options: { words } }]
        : []),
      ...themes,
      ...(words === '' ? [] : [{ label: label('review.ask-for-it'), command: 'library wish', options: { words } }]),
      { label: label('search.see-themes'), command: 'library themes' },
    ],
  }
}

function nothingFor({ label }: Context, words: string, filters: string): string {
  const nothing = words === '' ? label('search.nothing-filters') : label('search.nothing', { words })
  return filters === '' ? nothing : label('search.nothing-within', { nothing, filters })
}

export const themeButton = ({ library, person }: Context, id: string): Button[] => {
  const theme = library.themes.get(id)
  return theme ? [{ label: theme.names[person.language], command: 'library search', options: { theme: id } }] : []
}

function invite({ say, label }: Context, { command }: Search): Reply {
  const word = command.split(' ')[0]
  return {
    text: say('search.invite', { example: { code: `/${word} xenophobia schools` } }),
    buttons: [
      { label: `/${word} xenophobia schools`, command, options: { words: 'xenophobia schools' }, look: 'primary' },
      { label: label('search.form'), command: 'library find', form: true },
      { label: label('search.see-themes'), command: 'library themes' },
    ],
  }
}

/** Purpose: the filters that every search understands, and how what was typed becomes the library's ids. */
import { MAX_COMPLETIONS } from '../../src/command-kit/complete-line.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { type Complete, choices, hidden, line, number, optional, splitList, type Values, words } from '../../src/command-kit/options.ts'
import { CONCERNS, KINDS, type Kind, TARGETS } from '../../src/library/entry.ts'
import type { Place, Places } from '../../src/library/places.ts'
import type { Filters } from '../../src/library/question.ts'
import type { MessageKey } from '../../src/locales/say.ts'
import { fold } from '../../src/nearest.ts'
import { UserError } from '../../src/user-error.ts'

export const completePlace =
  (offered: (place: Place) => boolean): Complete =>
  ({ library: { places }, person }, typed) =>
    (typed === '' ? places.all : places.find(typed)).filter(offered).map(({ id, names }) => ({ value: id, label: names[person.language] }))

export const completeTheme: Complete = ({ library: { themes }, person }, typed) =>
  (typed === '' ? themes.all : themes.find(typed)).map(({ id, names }) => ({ value: id, label: names[person.language] }))

/** Ids that start so; else what a search finds, as hardly anybody knows an id by heart. */
export const completeId: Complete = ({ library, person: { coalition } }, typed) => {
  const named = library.idsLike(coalition, typed)
  const search = () => library.search(coalition, { text: typed, filters: {}, from: 0, size: MAX_COMPLETIONS }).hits
  const found = named.length > 0 ? named : search().map(({ entry }) => entry)
  return found.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))
}

export const searchOptions = {
  words: optional(words('option.words')),
  region: optional(line('option.region', { complete: completePlace(place => place.kind === 'region') })),
  place: optional(line('option.place', { complete: completePlace(place => place.kind !== 'region') })),
  theme: optional(line('option.theme', { complete: completeTheme })),
  target: optional(choices('option.target', TARGETS, target => `target.${known(TARGETS, target)}`)),
  about: optional(choices('option.about', CONCERNS, concern => `concern.${known(CONCERNS, concern)}`)),
  year: optional(line('option.year')),
  page: hidden(optional(number('option.page', { max: 10_000 }))),
}
export type SearchValues = Values<typeof searchOptions>

/** @throws UserError naming a place, theme or year that is not known */
export function readFilters({ library: { places, themes } }: Context, values: SearchValues, kinds: readonly Kind[]): Filters {
  const find = (field: 'place' | 'region' | 'theme', search: (text: string) => { readonly id: string } | undefined) =>
    splitList(values[field] ?? '').map(given => {
      const found = search(given)
      if (!found) throw new UserError(field === 'theme' ? 'error.theme-unknown' : 'error.place-unknown', { given }, { field })
      return found.id
    })
  return {
    kinds,
    places: [...find('place', text => places.find(text)[0]), ...find('region', text => regionNamed(places, text))],
    themes: find('theme', text => themes.find(text)[0]),
    targets: values.target ?? [],
    concerns: values.about ?? [],
    years: splitList(values.year ?? '').map(readYear),
  }
}

/** A region first; who names a country here means the country, if that is just what it is called. */
function regionNamed({ find }: Places, text: string): Place | undefined {
  const found = find(text)
  return found.find(({ kind }) => kind === 'region') ?? found.find(({ id, names }) => [id, ...Object.values(names)].some(isCalled(text)))
}

const isCalled = (text: string) => (name: string) => fold(name) === fold(text)

/** What the search was narrowed to, in the reader's language. Kinds are the command's own. */
export function filterNames({ library: { places, themes }, label, person }: Context, filters: Filters): string {
  const { places: inside = [], themes: about = [], targets = [], concerns = [], years = [] } = filters
  return [
    ...inside.map(id => places.get(id)?.names[person.language] ?? id),
    ...about.map(id => themes.get(id)?.names[person.language] ?? id),
    ...targets.map(target => label(`target.${target}`)),
    ...concerns.map(concern => label(`concern.${concern}`)),
    ...years.map(String),
  ].join(' · ')
}

function readYear(given: string): number {
  if (!/^(19|20)\d\d$/.test(given)) throw new UserError('error.year-wrong', { given }, { field: 'year' })
  return Number(given)
}

export const kindLabel = (kind: string): MessageKey => `kind.${known(KINDS, kind)}`

const known = <T extends string>(all: readonly T[], value: string): T => all.find(item => item === value) ?? missing(value)
const missing = (value: string): never => {
  throw new Error(`${value} has no name in the catalogue`)
}

/** Purpose: all that an entry says, as one plain text: for exports, for the command line, and for judging search. */
import type { Entry } from './entry.ts'
import type { Places } from './places.ts'
import type { Themes } from './themes.ts'

/** The summary and every structured field, in English, each list with commas between. The title stands apart. */
export function entryText(entry: Entry, places: Places, themes: Themes): string {
  const countries = entry.places.flatMap(id => [id, ...(places.get(id)?.within ?? [])])
  const parts = [
    entry.summary,
    ...entry.actions,
    ...entry.indicators,
    [...new Set(countries)].map(id => places.get(id)?.names.en ?? id).join(', '),
    entry.organisations.join(', '),
    entry.targets.join(', '),
    entry.concerns.join(', '),
    entry.themes.map(id => themes.get(id)?.names.en ?? id).join(', '),
    entry.year === undefined ? '' : String(entry.year),
    entry.address ?? '',
    `${entry.source.title}, ${entry.source.event}, ${entry.section}`,
  ]
  return parts.filter(part => part !== '').join('\n')
}

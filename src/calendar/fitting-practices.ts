/** Purpose: what has worked elsewhere and fits a date, for those who now prepare it. */
import type { Library } from '../library/library.ts'
import type { LibraryEntry } from '../library/question.ts'
import type { CalendarDate } from './calendar-date.ts'

const MOST = 2

/** By the words of its title within its theme; the theme alone where the words find nothing. */
export function fittingPractices(library: Library, { coalition, theme, region }: CalendarDate, title: string): LibraryEntry[] {
  const filters = { kinds: ['practice' as const], themes: theme === undefined ? [] : [theme], places: region === undefined ? [] : [region] }
  const search = (text: string) => library.search(coalition, { text, filters, from: 0, size: MOST }).hits.map(({ entry }) => entry)
  const byTitle = search(title)
  return byTitle.length > 0 || theme === undefined ? byTitle : search('')
}

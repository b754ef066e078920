/** Purpose: library entries for the search tests, of which each test says only what matters to it. */
import type { LibraryEntry } from '../../../src/library/question.ts'

const SOURCE = { id: 'made-up', title: 'Notes', year: 2016, event: 'Meeting' }

export const entryOf = (id: string, some: Partial<LibraryEntry> = {}): LibraryEntry => ({
  coalition: 0,
  id,
  kind: 'practice',
  title: 'A title',
  summary: 'A summary.',
  themes: ['media'],
  places: [],
  organisations: [],
  targets: [],
  concerns: [],
  actions: [],
  indicators: [],
  asks: [],
  related: [],
  section: 'somewhere',
  source: SOURCE,
  ...some,
})

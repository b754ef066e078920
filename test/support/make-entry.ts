/** Purpose: an entry where only what matters to a test is named. */
import type { SeedEntry } from '../../src/library/entry.ts'

export const makeEntry = (own: Partial<SeedEntry> = {}): SeedEntry => ({
  id: 'P-001',
  kind: 'practice',
  title: 'Neighbours cook together in the town hall',
  summary:
    'Once a month people who have just arrived and people who have always lived here cook in the town hall. They share recipes, eat at one table, and find out that they have the same worries.',
  themes: ['inclusion-and-cohesion'],
  places: [],
  organisations: [],
  targets: [],
  concerns: [],
  actions: [],
  indicators: [],
  asks: [],
  related: [],
  section: 'Part 1',
  ...own,
})

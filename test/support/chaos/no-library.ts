/** Purpose: a library in which nothing is found, where a test is not about what is. */
import type { Library } from '../../../src/library/library.ts'

const unused = (): never => {
  throw new Error('This test does not use the library like this')
}

export const NO_LIBRARY: Library = {
  places: { all: [], get: () => undefined, find: () => [] },
  themes: { all: [], get: () => undefined, find: () => [] },
  search: () => ({ hits: [], total: 0, unheard: [], mended: [], instead: { withoutFilters: 0, everywhere: 0, themes: [] } }),
  get: () => undefined,
  alike: () => [],
  related: () => [],
  countByKind: () => new Map(),
  idsLike: () => [],
  organisationNames: () => [],
  entriesOf: () => [],
  refresh: async () => unused(),
  size: () => 0,
  edition: () => NO_LIBRARY,
}

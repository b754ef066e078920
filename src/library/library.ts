/** Purpose: the front of the library: search, look up, and what belongs together. The database is the truth; each process keeps its own index. */
import type { Database } from '../database/open.ts'
import type { Kind } from './entry.ts'
import { readEntries, readState } from './library-store.ts'
import type { Places } from './places.ts'
import { type Found, type Hit, type LibraryEntry, type Question, type SearchIndex, STARTER } from './question.ts'
import type { Themes } from './themes.ts'

export type Library = {
  readonly places: Places
  readonly themes: Themes
  search(coalition: number, question: Question): Found
  get(coalition: number, id: string): LibraryEntry | undefined
  alike(coalition: number, entry: LibraryEntry, size: number): readonly Hit[]
  /** Entries of any kind that name this one, or that it names. */
  related(coalition: number, entry: LibraryEntry): readonly LibraryEntry[]
  countByKind(coalition: number): ReadonlyMap<Kind, number>
  /** Ids that start like the typed one, for completion. */
  idsLike(coalition: number, typed: string): readonly LibraryEntry[]
  /** Its own ones, by id; and those of the starter library that it sees, where asked for. */
  entriesOf(coalition: number, starter: boolean): readonly LibraryEntry[]
  /** As entries spell them. */
  organisationNames(coalition: number): readonly string[]
  /** Rebuilds the index when the database has a newer revision; cheap otherwise. */
  refresh(): Promise<void>
  readonly size: () => number
  /** Stands for what the library holds: another object as soon as anything has changed, so that what was made of it can be kept beside it. */
  readonly edition: () => object
}

export type BuildIndex = (entries: readonly LibraryEntry[]) => Promise<SearchIndex>
type Shelf = {
  readonly revision: number
  readonly index: SearchIndex
  readonly byId: ReadonlyMap<string, LibraryEntry>
  readonly entries: readonly LibraryEntry[]
}

export async function openLibrary(db: Database, places: Places, themes: Themes, buildIndex: BuildIndex): Promise<Library> {
  let shelf = await fillShelf(db, buildIndex)
  let filling: Promise<void> | undefined
  const refill = async () => {
    if ((await readState(db)).revision !== shelf.revision) shelf = await fillShelf(db, buildIndex)
  }
  return {
    places,
    themes,
    search: (coalition, question) => shelf.index.search(question, coalition),
    get: (coalition, id) => lookUp(shelf, coalition, id.toUpperCase()),
    alike: (coalition, entry, size) => shelf.index.alike(entry, size, coalition),
    related: (coalition, entry) => relatedTo(visibleEntries(shelf, coalition), entry),
    countByKind: coalition => countKinds(visibleEntries(shelf, coalition)),
    idsLike: (coalition, typed) => visibleEntries(shelf, coalition).filter(entry => entry.id.startsWith(typed.toUpperCase())),
    entriesOf: (coalition, starter) => visibleEntries(shelf, coalition).filter(entry => starter || entry.coalition === coalition),
    organisationNames: coalition => visibleEntries(shelf, coalition).flatMap(({ organisations }) => organisations),
    async refresh() {
      filling ??= refill().finally(() => {
        filling = undefined
      })
      await filling
    },
    size: () => shelf.entries.length,
    edition: () => shelf,
  }
}

async function fillShelf(db: Database, buildIndex: BuildIndex): Promise<Shelf> {
  const { revision } = await readState(db)
  const entries = await readEntries(db)
  return {
    revision,
    entries,
    index: await buildIndex(entries),
    byId: new Map(entries.map(entry => [`${entry.coalition}/${entry.id}`, entry])),
  }
}

const lookUp = ({ byId }: Shelf, coalition: number, id: string) => byId.get(`${coalition}/${id}`) ?? byId.get(`${STARTER}/${id}`)

/** As the index sees it: its own entries, its own before a starter entry of the same id. */
const visibleEntries = ({ entries, byId }: Shelf, coalition: number) =>
  entries.filter(entry => entry.coalition === coalition || (entry.coalition === STARTER && !byId.has(`${coalition}/${entry.id}`)))

const relatedTo = (entries: readonly LibraryEntry[], { id, related }: LibraryEntry) =>
  entries.filter(other => other.id !== id && (related.includes(other.id) || other.related.includes(id)))

function countKinds(entries: readonly LibraryEntry[]): Map<Kind, number> {
  const counts = new Map<Kind, number>()
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

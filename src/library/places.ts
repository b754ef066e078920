/** Purpose: the places of the world: what each is called in five languages, what it lies in, and which one somebody means. */
import { readFile } from 'node:fs/promises'
import { type Label, makeFinder } from './find-label.ts'
import {
  type Findings,
  mistake,
  PLACE_KINDS,
  type PLACE_LANGUAGES,
  type PlaceNames,
  type PlaceRow,
  readPlaceTables,
} from './place-tables.ts'
import { SeedMistakes } from './read-seeds.ts'

export type PlaceLanguage = (typeof PLACE_LANGUAGES)[number]

export type Place = {
  readonly id: string
  readonly kind: (typeof PLACE_KINDS)[number]
  /** Ids of everything that it lies in, all the way up, the nearest first. */
  readonly within: readonly string[]
  /** ISO 3166, countries only. */
  readonly code?: string
  readonly names: PlaceNames
  /** What else people call it or those who come from there, in any language. */
  readonly also: readonly string[]
}

export type Places = {
  readonly all: readonly Place[]
  get(id: string): Place | undefined
  /** The best first; nothing for what is no place. A code such as `SE` counts in capitals only. */
  find(text: string): Place[]
}

const PLACES = new URL('../../seeds/places.yaml', import.meta.url)

/** @throws SeedMistakes */
export async function loadPlaces(file: URL = PLACES): Promise<Places> {
  return readPlaces(await readFile(file, 'utf8'))
}

/** @throws SeedMistakes naming each mistake by place and column */
export function readPlaces(text: string): Places {
  const findings: Findings = { mistakes: [], unread: new Set() }
  const rows = readPlaceTables(text, findings)
  const byId = new Map(rows.map(row => [row.id, row]))
  const placed = rows.map(row => ({ row, within: allAround(row, byId) }))
  const mistakes = [...findings.mistakes, ...placed.flatMap(checkAmong(byId, findings.unread))]
  if (mistakes.length > 0) throw new SeedMistakes(mistakes)
  return makePlaces(placed.map(asPlace))
}

const asPlace = ({ row: { id, kind, code, names, also }, within }: Placed): Place =>
  code === undefined ? { id, kind, within, names, also } : { id, kind, within, code, names, also }

function makePlaces(all: readonly Place[]): Places {
  const byId = new Map(all.map(place => [place.id, place]))
  const byCode = new Map(all.map(place => [place.code, place]))
  const find = makeFinder(() => labelsOf(all), 'whole')
  return {
    all,
    get: id => byId.get(id),
    find(text) {
      const coded = byCode.get(text.trim() || ' ')
      return coded ? [...new Set([coded, ...find(text)])] : find(text)
    },
  }
}

/** Ids and names come before what people also say. */
const labelsOf = (all: readonly Place[]): Label<Place>[] => [
  ...all.map(place => ({ text: place.id, item: place })),
  ...all.flatMap(place => [...new Set(Object.values(place.names))].map(text => ({ text, item: place }))),
  ...all.flatMap(place => place.also.map(text => ({ text, item: place }))),
]

type ById = ReadonlyMap<string, PlaceRow>
type Placed = { readonly row: PlaceRow; readonly within: readonly string[] }

function allAround({ liesIn }: PlaceRow, byId: ById): string[] {
  const around = new Set(liesIn)
  for (const outer of around) for (const further of byId.get(outer)?.liesIn ?? []) around.add(further)
  return [...around]
}

function checkAmong(byId: ById, unread: ReadonlySet<string>): (placed: Placed) => string[] {
  const byCode = new Map([...byId.values()].map(row => [row.code, row]))
  return ({ row, within }) => [
    ...(byId.get(row.id) === row ? [] : [mistake(row.id, 'place', 'an id that no other place has', row.id)]),
    ...(row.code === undefined || byCode.get(row.code)?.id === row.id
      ? []
      : [mistake(row.id, 'code', 'a code that no other place has', row.code)]),
    ...row.liesIn
      .filter(outer => !unread.has(outer) && !canHold(byId.get(outer), row))
      .map(outer => mistake(row.id, 'lies in', 'the id of a place that is as large or larger', outer)),
    ...(within.includes(row.id) ? [mistake(row.id, 'lies in', 'places that do not themselves lie in it', row.liesIn.join(', '))] : []),
  ]
}

const canHold = (outer: PlaceRow | undefined, inner: PlaceRow) =>
  outer !== undefined && PLACE_KINDS.indexOf(outer.kind) <= PLACE_KINDS.indexOf(inner.kind)

/** Purpose: find groups by what people call them, and see what everybody may see of them: counts, never names. */
import type { Address } from '../address.ts'
import type { Place } from '../library/places.ts'
import type { Theme } from '../library/themes.ts'
import type { Language } from '../locales/say.ts'
import { fold, ranked } from '../nearest.ts'
import type { Text } from '../reply.ts'
import { type Counts, type Group, NOBODY, readGroupRef, type Standing } from './group.ts'
import { findGroup, readGroups } from './groups-store.ts'
import { homeAt, homesOfGroup, type KeptHome } from './homes-store.ts'
import { nameGroup, type Words } from './name-group.ts'
import { type By, type GroupParts, type Reader, readGroup, readStanding } from './parts.ts'
import { countPeople } from './roster-store.ts'
import { type SeatRow, seatsOf, seatsOfGroups } from './seats-store.ts'

/** A region or an issue that a text names. */
export type Named = { readonly place?: Place | undefined; readonly theme?: Theme | undefined }
export type Found = { readonly groups: readonly Group[]; readonly named: Named }
export type Listed = { readonly group: Group; readonly counts: Counts; readonly led: boolean }
export type View = Listed & {
  readonly standing: Standing
  readonly coordinators: number
  readonly deputies: number
  readonly offers: { readonly firm: number; readonly conditional: number }
  /** Those who agreed to be shown. */
  readonly shown: readonly Address[]
  readonly homes: readonly KeptHome[]
}

export type Finding = {
  /** Groups that a text means: the one of that name or id, or those of the region or issue that it names. The best first. */
  find(coalition: number, text: string): Promise<Found>
  /** Groups of a region (and what lies in it) or an issue; all of them for nothing. */
  list(
    coalition: number,
    text: string | undefined,
    from: number,
    size: number,
  ): Promise<Found & { readonly total: number; readonly page: readonly Listed[] }>
  view(by: By, id: number): Promise<View>
  /** Coordinators and deputies of the group that a text means: to be asked, never to be shown. `all` also the chats that they linked. */
  leaders(coalition: number, text: string): Promise<{ readonly ask: readonly Address[]; readonly all: readonly Address[] }>
  /** The group whose home a channel is. */
  at(coalition: number, channel: Address): Promise<number | undefined>
  name(group: Group, language: Language): string
  nextDates(by: Reader, group: Group): Promise<readonly Text[]>
}

export function makeFinding(parts: GroupParts): Finding {
  const { db, words } = parts
  const find = async (coalition: number, text: string): Promise<Found> => {
    const id = readGroupRef(text)
    // What buttons carry: no need to look at all the others.
    const one = id === undefined ? undefined : await findGroup(db, coalition, id)
    if (one) return { groups: [one], named: {} }
    const all = await readGroups(db, coalition)
    return { groups: meant(words, all, text), named: readNamed(words, text) }
  }
  return {
    find,
    async leaders(coalition, text) {
      const [group] = (await find(coalition, text)).groups
      const seats = group ? (await seatsOf(db, group.id)).filter(({ seat }) => seat === 'coordinator' || seat === 'deputy') : []
      const { people } = parts
      const linked = await Promise.all(seats.map(({ person }) => people.membersOf(db, person)))
      const addresses = (members: readonly { readonly address: Address }[]) => members.map(({ address }) => address)
      return {
        ask: addresses(
          await people.membersByIds(
            db,
            seats.map(({ member }) => member),
          ),
        ),
        all: addresses(linked.flat()),
      }
    },
    async list(coalition, text, from, size) {
      const all = await readGroups(db, coalition)
      const named = text === undefined ? {} : readNamed(words, text)
      const groups = text === undefined ? all : about(words, all, named, text)
      const page = groups.slice(from, from + size)
      return { groups, named, total: groups.length, page: await withCounts(parts, page) }
    },
    async view(by, id) {
      const group = await readGroup(parts, by, id)
      const [listed = { group, counts: NOBODY, led: false }] = await withCounts(parts, [group])
      const seats = await seatsOf(db, id)
      const standing = await readStanding(parts, by, id)
      return {
        ...listed,
        standing,
        ...countSeats(seats),
        shown: await shownOf(parts, seats),
        homes: await homesOfGroup(db, by.coalition, id),
      }
    },
    at: async (coalition, channel) => (await homeAt(db, coalition, channel))?.group,
    name: (group, language) => nameGroup(words, group, language),
    nextDates: async (by, group) => (await parts.datesOf?.(by, String(group.id), NEXT_DATES)) ?? [],
  }
}

const NEXT_DATES = 3

async function withCounts({ db }: GroupParts, groups: readonly Group[]): Promise<Listed[]> {
  const ids = groups.map(({ id }) => id)
  const [counts, seats] = await Promise.all([countPeople(db, ids), seatsOfGroups(db, ids)])
  return groups.map(group => ({
    group,
    counts: counts.get(group.id) ?? NOBODY,
    led: seats.some(({ group: of, seat }) => of === group.id && seat === 'coordinator'),
  }))
}

function countSeats(seats: readonly SeatRow[]) {
  const persons = (...kinds: string[]) => new Set(seats.filter(({ seat }) => kinds.includes(seat)).map(({ person }) => person)).size
  const offers = seats.filter(({ seat }) => seat === 'offer')
  const conditional = offers.filter(offer => offer.conditional).length
  return { coordinators: persons('coordinator'), deputies: persons('deputy'), offers: { firm: offers.length - conditional, conditional } }
}

async function shownOf({ db, people }: GroupParts, seats: readonly SeatRow[]): Promise<Address[]> {
  const agreed = seats.filter(({ seat, shown }) => shown && seat === 'coordinator').map(({ member }) => member)
  return (await people.membersByIds(db, agreed)).map(({ address }) => address)
}

function readNamed({ places, themes }: Words, text: string): Named {
  const place = places.find(text)[0]
  return place ? { place } : { theme: themes.find(text)[0] }
}

/** By id or name; by the region or issue alone; by several together; by a name that is nearly that; by the region of one that has a name of its own. */
function meant(words: Words, all: readonly Group[], text: string): readonly Group[] {
  const wanted = fold(text)
  const named = namesOf(words, all)
  const exact = named.filter(({ name }) => fold(name) === wanted).map(({ group }) => group)
  if (exact.length > 0) return [...new Set(exact)]
  const { place, theme } = readNamed(words, text)
  const ofPlace = all.filter(({ name, region }) => name === undefined && place && region === place.id)
  const ofTheme = all.filter(group => theme && group.theme === theme.id)
  const only = ofPlace.filter(group => group.theme === undefined)
  if (only.length === 1) return only
  if (ofPlace.length + ofTheme.length > 0) return [...ofPlace, ...ofTheme]
  const near = [...new Set(ranked(named, ({ name }) => name, text, 0.3).map(({ group }) => group))]
  if (near.length > 0) return near
  const there = all.filter(({ region }) => place && region === place.id)
  return there.length > 0 ? there : around(all, place)
}

/** For a country or a city: the groups of what it lies in, the nearest first. */
const around = (all: readonly Group[], place: Place | undefined) =>
  (place?.within ?? []).flatMap(outer => all.filter(({ region, theme }) => region === outer && theme === undefined)).slice(0, 3)

const about = ({ places, ...words }: Words, all: readonly Group[], { place, theme }: Named, text: string): readonly Group[] => {
  const found = all.filter(
    group =>
      (place && group.region && (group.region === place.id || places.get(group.region)?.within.includes(place.id))) ||
      (theme && group.theme === theme.id),
  )
  const named = place || theme ? [] : ranked(namesOf({ places, ...words }, all), ({ name }) => name, text, 0.3).map(({ group }) => group)
  return [...new Set([...found, ...named])]
}

const namesOf = (words: Words, all: readonly Group[]) =>
  all.flatMap(group =>
    group.name === undefined
      ? (['en', 'fr', 'es', 'ar'] as const).map(language => ({ name: nameGroup(words, group, language), group }))
      : [{ name: group.name, group }],
  )

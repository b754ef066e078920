/** Purpose: groups in pictures: a bar for each, and a map of the world that counts people by region, each person once. */
import type { Language } from '../locales/say.ts'
import { type Bar, drawBars } from '../pictures/bars.ts'
import { renderPng } from '../pictures/render-png.ts'
import { drawWorldMap, type MapWords } from '../pictures/world-map.ts'
import { loadWorld, type Spot, type World } from '../pictures/world-outlines.ts'
import type { Listed } from './finding.ts'
import type { Group } from './group.ts'
import { readGroups } from './groups-store.ts'
import { nameGroup } from './name-group.ts'
import type { GroupParts } from './parts.ts'
import { countTogether } from './roster-store.ts'

/** A region of which groups have people: those in groups that work, and those interested in groups that do not yet. */
export type Region = { readonly id: string; readonly label: string; readonly members: number; readonly interested: number }

export type Picturing = {
  /** Bars, the longest for the most people; what is not enough to start looks like it. @returns a PNG */
  bars(listed: readonly Listed[], title: string, language: Language): Uint8Array
  /** The regions with the most people, on a map. @returns nothing where no group has a region with people in it */
  map(
    coalition: number,
    words: MapWords,
    language: Language,
  ): Promise<{ readonly png: Uint8Array; readonly regions: readonly Region[] } | undefined>
}

/** More names than these cannot be read on one map; all groups are in the bars. */
const MOST = 14

export const makePicturing = (parts: GroupParts): Picturing => ({
  bars: (listed, title, language) =>
    renderPng(
      drawBars(
        title,
        listed.map(one => asBar(parts, one, language)),
        language,
      ),
    ),
  async map(coalition, words, language) {
    const world = await loadWorld()
    const regions = (await countRegions(parts, world, coalition, language))
      .toSorted((one, other) => other.members + other.interested - one.members - one.interested)
      .slice(0, MOST)
    if (regions.length === 0) return undefined
    const svg = drawWorldMap(
      world,
      words,
      regions.map(({ spot, ...region }) => ({ ...region, spot })),
      language,
    )
    return { png: renderPng(svg), regions: regions.map(({ spot, ...region }) => region) }
  },
})

const asBar = ({ words }: GroupParts, { group, counts }: Listed, language: Language): Bar => {
  const label = nameGroup(words, group, language)
  return group.state === 'proposed'
    ? { label, count: counts.interested, of: group.threshold, note: `${counts.interested} / ${group.threshold}`, faint: true }
    : { label, count: counts.members }
}

async function countRegions(
  { db, words: { places } }: GroupParts,
  world: World,
  coalition: number,
  language: Language,
): Promise<(Region & { readonly spot: Spot })[]> {
  const byRegion = Map.groupBy(await readGroups(db, coalition), ({ region }) => region && shownAt(region, world, places))
  const counted = await Promise.all(
    [...byRegion].map(async ([id, groups]) => {
      const spot = id === undefined ? undefined : world.spots.get(id)
      if (id === undefined || spot === undefined) return []
      const count = (part: 'member' | 'interested', proposed: boolean) => countTogether(db, idsOf(groups, proposed), part)
      const [members, interested] = await Promise.all([count('member', false), count('interested', true)])
      return members + interested === 0 ? [] : [{ id, spot, label: places.get(id)?.names[language] ?? id, members, interested }]
    }),
  )
  return counted.flat()
}

const idsOf = (groups: readonly Group[], proposed: boolean) =>
  groups.filter(({ state }) => (state === 'proposed') === proposed).map(({ id }) => id)

/** A country stands at the nearest region around it that has a spot. */
const shownAt = (region: string, { spots }: World, places: GroupParts['words']['places']) =>
  [region, ...(places.get(region)?.within ?? [])].find(id => spots.has(id))

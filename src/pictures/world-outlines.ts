/** Purpose: the small picture of the world in `seeds/world.yaml`: coasts, and where the number of a region stands. Read with the first map. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

/** Longitude and latitude in degrees. */
export type Spot = readonly [east: number, north: number]
export type World = {
  readonly land: readonly (readonly Spot[])[]
  readonly water: readonly (readonly Spot[])[]
  readonly islands: readonly Spot[]
  /** By the region's id in `seeds/places.yaml`. */
  readonly spots: ReadonlyMap<string, Spot>
}

const WORLD = new URL('../../seeds/world.yaml', import.meta.url)
let atHand: Promise<World> | undefined

/** @throws z.ZodError naming what is not a spot */
export function loadWorld(): Promise<World> {
  atHand ??= readFile(WORLD, 'utf8').then(readWorld)
  return atHand
}

const spot = z.string().transform((text, context): Spot => {
  const [east = Number.NaN, north = Number.NaN, ...more] = text.trim().split(/\s+/).map(Number)
  if (more.length === 0 && Math.abs(east) <= 180 && Math.abs(north) <= 90) return [east, north]
  context.addIssue(`expected a longitude and a latitude such as 36.8 -1.3, got ${text}`)
  return z.NEVER
})
const outline = z
  .string()
  .transform(text => text.split(','))
  .pipe(z.array(spot))
const fileSchema = z.strictObject({
  land: z.record(z.string(), outline),
  water: z.record(z.string(), outline),
  islands: outline,
  spots: z.record(z.string(), spot),
})

export function readWorld(text: string): World {
  const { land, water, islands, spots } = fileSchema.parse(parse(text))
  return { land: Object.values(land), water: Object.values(water), islands, spots: new Map(Object.entries(spots)) }
}

/** Purpose: the map of the world: every region has its place, names never lie on each other, and any names give a picture. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPlaces } from '../../src/library/places.ts'
import { renderPng } from '../../src/pictures/render-png.ts'
import { overlap, spreadBoxes } from '../../src/pictures/spread-boxes.ts'
import { drawWorldMap } from '../../src/pictures/world-map.ts'
import { loadWorld, readWorld } from '../../src/pictures/world-outlines.ts'

const WORDS = { title: 'People by region', members: 'members', interested: 'interested' }
const world = await loadWorld()

test('each spot is a region of places.yaml, and each region has a spot', async () => {
  const regions = (await loadPlaces()).all.filter(({ kind }) => kind === 'region').map(({ id }) => id)
  expect([...world.spots.keys()].toSorted()).toEqual(regions.toSorted())
})

test('a spot that is none is named', () => {
  const file = (spot: string) => `land: {}\nwater: {}\nislands: 1 2\nspots:\n  europe: ${spot}\n`
  expect(readWorld(file('14 50')).spots.get('europe')).toEqual([14, 50])
  for (const wrong of ['"14"', '14 95', '14 50 2', 'east']) expect(() => readWorld(file(wrong))).toThrow(/longitude and a latitude/)
})

test('fourteen boxes of usual sizes never lie on each other, stay in the frame, and stay home when they can', () => {
  const frame = { width: 720, height: 310 }
  const box = fc.record({
    x: fc.double({ min: 0, max: 720, noNaN: true }),
    y: fc.double({ min: 0, max: 310, noNaN: true }),
    width: fc.double({ min: 30, max: 90, noNaN: true }),
    height: fc.double({ min: 40, max: 60, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(box, { maxLength: 14 }), homes => {
      const boxes = spreadBoxes(homes, frame)
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) expect(overlap(one, other)).toBe(false)
        expect(one.x - one.width / 2).toBeGreaterThanOrEqual(-0.01)
        expect(one.y + one.height / 2).toBeLessThanOrEqual(310.01)
      }
    }),
    { numRuns: 50 },
  )
  const alone = [{ x: 300, y: 100, width: 50, height: 40 }]
  expect(spreadBoxes(alone, frame)[0]).toMatchObject({ x: expect.closeTo(300), y: expect.closeTo(100) })
})

test('any names and numbers give a picture', () => {
  const spots = [...world.spots.values()]
  const bubble = fc.record({
    label: fc.string({ unit: 'binary', maxLength: 40 }),
    spot: fc.constantFrom(...spots),
    members: fc.nat(200_000),
    interested: fc.nat(500),
  })
  fc.assert(
    fc.property(fc.array(bubble, { maxLength: 14 }), fc.constantFrom('en' as const, 'ar' as const), (bubbles, language) => {
      expect(renderPng(drawWorldMap(world, WORDS, bubbles, language), 0.5).length).toBeGreaterThan(100)
    }),
    { numRuns: 20 },
  )
})

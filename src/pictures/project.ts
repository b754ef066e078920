/** Purpose: from the round world to a flat picture: the Natural Earth projection, which keeps shapes and sizes about as people know them. */
import type { Spot } from './world-outlines.ts'

export type Point = readonly [x: number, y: number]

/** What lies south of Cape Horn and north of Svalbard is left out. */
const [NORTH, SOUTH, WIDEST] = [84, -57, 180]

/** @returns how tall the world is at this width, and where each spot lies there, from the upper left corner */
export function projectWorld(width: number): { readonly height: number; readonly at: (spot: Spot) => Point } {
  const scale = width / (2 * flat([WIDEST, 0])[0])
  const [top, bottom] = [flat([0, NORTH])[1], flat([0, SOUTH])[1]]
  return {
    height: Math.round((top - bottom) * scale),
    at(spot) {
      const [x, y] = flat(spot)
      return [width / 2 + x * scale, (top - y) * scale]
    },
  }
}

/** Polynomials by Šavrič, Jenny, Patterson, Petrovič and Hurni (2011). */
function flat([east, north]: Spot): Point {
  const [lambda, phi] = [(east * Math.PI) / 180, (Math.min(NORTH, Math.max(SOUTH, north)) * Math.PI) / 180]
  const p2 = phi ** 2
  const p4 = p2 ** 2
  const x = lambda * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * p2 * (0.003971 - 0.001529 * p2)))
  const y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
  return [x, y]
}

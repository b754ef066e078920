/** Purpose: boxes that would lie on each other are moved apart, each as little as it takes, and stay in the frame. */

/** `x` and `y` are the middle. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Frame = { readonly width: number; readonly height: number }

/** Boxes push each other, at first drawn back to where they belong; later also the longer way, which frees those that hold each other fast. */
const [DRAWN_BACK, GENTLE, ALL] = [200, 260, 500]
const PULL = 0.03
const JOLT_EVERY = 9
const HOMEWARD = 60

/** @returns the boxes in their order, where they have room; where there is none for all, some still overlap */
export function spreadBoxes(homes: readonly Box[], frame: Frame): Box[] {
  const boxes = homes.map(box => inside(box, frame))
  for (let step = 0; step < ALL; step++) {
    if (step < DRAWN_BACK) drawBack(boxes, homes)
    const clashed = pushAll(boxes, frame, step > GENTLE && step % JOLT_EVERY === 0)
    if (!clashed && step >= DRAWN_BACK) break
  }
  return goHomeward(boxes, homes, frame)
}

function drawBack(boxes: Box[], homes: readonly Box[]): void {
  boxes.forEach((box, index) => {
    boxes[index] = between(box, homes[index] ?? box, PULL)
  })
}

function pushAll(boxes: Box[], frame: Frame, longWay: boolean): boolean {
  let clashed = false
  for (let one = 0; one < boxes.length; one++) {
    for (let other = one + 1; other < boxes.length; other++) {
      const [first, second] = [boxes[one], boxes[other]]
      if (!first || !second || !overlap(first, second)) continue
      clashed = true
      const [left, right] = pushApart(first, second, longWay)
      boxes[one] = inside(left, frame)
      boxes[other] = inside(right, frame)
    }
  }
  return clashed
}

/** What was pushed further than needed goes back as far as nobody stands in the way. */
function goHomeward(boxes: readonly Box[], homes: readonly Box[], frame: Frame): Box[] {
  const now = [...boxes]
  for (let step = 0; step < HOMEWARD; step++) {
    now.forEach((box, index) => {
      const home = inside(homes[index] ?? box, frame)
      const nearer = between(box, home, 0.2)
      const tries = [nearer, { ...box, x: nearer.x }, { ...box, y: nearer.y }]
      const free = tries.find(moved => now.every((other, at) => at === index || !overlap(moved, other)))
      if (free) now[index] = free
    })
  }
  return now
}

const between = (box: Box, home: Box, share: number): Box => ({
  ...box,
  x: box.x + (home.x - box.x) * share,
  y: box.y + (home.y - box.y) * share,
})

const inside = (box: Box, frame: Frame): Box => ({
  ...box,
  x: clamp(box.x, box.width / 2, frame.width - box.width / 2),
  y: clamp(box.y, box.height / 2, frame.height - box.height / 2),
})
const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Nearer than a rounding mistake is touching. */
const TOUCHING = 0.01
export const overlap = (one: Box, other: Box) =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 - TOUCHING &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 - TOUCHING

/** Along the shorter way out, half of it each. */
function pushApart(one: Box, other: Box, longWay: boolean): readonly [Box, Box] {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const across = (one.width + other.width) / 2 - Math.abs(dx)
  const down = (one.height + other.height) / 2 - Math.abs(dy)
  const [x, y] = across < down !== longWay ? [(dx < 0 ? -across : across) / 2, 0] : [0, (dy < 0 ? -down : down) / 2]
  return [
    { ...one, x: one.x - x, y: one.y - y },
    { ...other, x: other.x + x, y: other.y + y },
  ]
}

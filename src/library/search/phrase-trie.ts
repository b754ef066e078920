/** Purpose: find the longest known phrase at a position, over word numbers. One open-addressed table of typed arrays holds all edges. */

export type PhraseTrie = {
  /** Adds a phrase; `value` is remembered for it, several values for one phrase all are. */
  add(path: readonly number[], value: number): void
  /** The end (exclusive) and the accepted values of the longest phrase that starts at `from` and has any. */
  longest(path: ArrayLike<number>, from: number, accepts: (value: number) => boolean): Phrase | undefined
}

export type Phrase = { readonly end: number; readonly values: readonly number[] }

export function makePhraseTrie(): PhraseTrie {
  let capacity = 1 << 12
  let keys = new Float64Array(capacity)
  let targets = new Int32Array(capacity)
  let nodes = 1
  const values = new Map<number, number[]>()

  const slotOf = (key: number) => {
    let slot = (Math.imul(key % 4294967296, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4294967296) + 1, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (capacity - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }
  // A node and a word make one number: words stay below 2^22, nodes below 2^31.
  const keyOf = (node: number, word: number) => node * 4194304 + word + 1
  const follow = (node: number, word: number) => (word < 0 ? 0 : (targets[slotOf(keyOf(node, word))] ?? 0))

  const grow = () => {
    const [oldKeys, oldTargets] = [keys, targets]
    capacity *= 2
    keys = new Float64Array(capacity)
    targets = new Int32Array(capacity)
    oldKeys.forEach((key, at) => {
      if (key === 0) return
      const slot = slotOf(key)
      keys[slot] = key
      targets[slot] = oldTargets[at] ?? 0
    })
  }

  const step = (node: number, word: number) => {
    const known = follow(node, word)
    if (known !== 0) return known
    if (nodes * 2 > capacity) grow()
    const slot = slotOf(keyOf(node, word))
    keys[slot] = keyOf(node, word)
    targets[slot] = ++nodes
    return nodes
  }

  return {
    add(path, value) {
      let node = 1
      for (const word of path) node = step(node, word)
      const there = values.get(node)
      if (!there) values.set(node, [value])
      else if (!there.includes(value)) there.push(value)
    },
    longest(path, from, accepts) {
      let node = 1
      let found: Phrase | undefined
      for (let at = from; at < path.length; at++) {
        node = follow(node, path[at] ?? -1)
        if (node === 0) break
        const here = values.get(node)?.filter(accepts)
        if (here && here.length > 0) found = { end: at + 1, values: here }
      }
      return found
    },
  }
}

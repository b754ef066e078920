/** Purpose: how many typing mistakes lie between two words: letters left out, added, changed, or two neighbours swapped. */

/** Damerau-Levenshtein (optimal string alignment), `limit + 1` as soon as it is certain to be more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let [older, last, row] = [new Uint8Array(b.length + 1), new Uint8Array(b.length + 1), new Uint8Array(b.length + 1)]
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, 255)
  for (let i = 1; i <= a.length; i++) {
    row[0] = Math.min(i, 255)
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let here = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) here = Math.min(here, (older[j - 2] ?? 0) + 1)
      row[j] = here
      least = Math.min(least, here)
    }
    if (least > limit) return limit + 1
    ;[older, last, row] = [last, row, older]
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** The letters that a word has, as bits: words whose letters differ by more than the allowed mistakes need no closer look. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31)
  return letters
}

export const mayBeNear = (a: number, b: number, limit: number) => bits(a & ~b) <= limit && bits(b & ~a) <= limit

function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Purpose: find the short label that was meant (a command, a choice, a place). For entries there is the library's own search. */
import Fuse from 'fuse.js'

/** The item whose name is the typed one, begins with it or has it as a word, or is so near that a typing mistake explains the difference. */
export function nearest<T>(items: readonly T[], nameOf: (item: T) => string, typed: string): T | undefined {
  const wanted = fold(typed)
  const likely = ranked(items, nameOf, typed, 0.34).find(item => mayMean(fold(nameOf(item)), wanted))
  return likely ?? items.find(item => isSwapped(fold(nameOf(item)), wanted))
}

/** Two neighbouring letters in the wrong order, as hurried fingers put them: `jion`, `lsit`. In a word of two letters that is another word: `on` is no `no`. */
function isSwapped(name: string, typed: string): boolean {
  if (typed.length < 3) return false
  const at = [...name].findIndex((letter, place) => letter !== typed[place])
  return at >= 0 && name === typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2)
}

/** Mistakes change the length of a word little, and in two letters there is nothing to mend: `minors` are no minorities, `un` no union. */
const mayMean = (name: string, typed: string) =>
  name === typed ||
  (typed.length > 2 &&
    (name.startsWith(typed.replace(/y$/, 'i')) ||
      ` ${name} `.includes(` ${typed} `) ||
      Math.abs(name.length - typed.length) <= (typed.length < 8 ? 1 : 2)))

/** Items for a completion list: those that start with what was typed come first, then those that contain or resemble it. */
export function ranked<T>(items: readonly T[], nameOf: (item: T) => string, typed: string, threshold = 0.4): T[] {
  const wanted = fold(typed)
  if (wanted === '') return [...items]
  const exact = items.filter(item => fold(nameOf(item)) === wanted)
  const starts = items.filter(item => fold(nameOf(item)).startsWith(wanted))
  const fuse = new Fuse(
    items.map(item => ({ item, name: fold(nameOf(item)) })),
    { keys: ['name'], threshold, ignoreLocation: false, distance: 40 },
  )
  return [...new Set([...exact, ...starts, ...fuse.search(wanted).map(hit => hit.item.item)])]
}

/** Lower case without accents, so that `Perou` is `Pérou`. */
export const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

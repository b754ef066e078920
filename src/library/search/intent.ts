/** Purpose: hear which kind of entry is asked for ("what has worked" wants practices), and whom it should address. */
import type { Kind, Target } from '../entry.ts'
import { INTENT_PHRASES, TARGET_PHRASES } from './intent-words.ts'
import { foldedWordsOf } from './words.ts'

/** `wants` and `addresses` lift entries of those kinds and targets; `asked` words were only there to say so. */
export type Intent = { readonly wants: ReadonlySet<Kind>; readonly addresses: ReadonlySet<Target>; readonly asked: ReadonlySet<number> }

type Told = { readonly kinds: readonly Kind[]; readonly target?: Target; readonly consumed: boolean }

const PHRASES = new Map<string, Told>([
  ...INTENT_PHRASES.flatMap(({ kinds, phrases, names = [] }) => [
    ...phrases.map((phrase): [string, Told] => [keyOf(phrase), { kinds, consumed: true }]),
    ...names.map((phrase): [string, Told] => [keyOf(phrase), { kinds, consumed: false }]),
  ]),
])
const TARGETS = new Map(
  Object.entries(TARGET_PHRASES).flatMap(([target, phrases]) => phrases.map(phrase => [keyOf(phrase), target] as const)),
)
const LONGEST = 6

function keyOf(phrase: string) {
  return foldedWordsOf(phrase).join(' ')
}

/** `words` are all words of the question, folded. */
export function hearIntent(words: readonly string[]): Intent {
  const wants = new Set<Kind>()
  const addresses = new Set<Target>()
  const asked = new Set<number>()
  for (let from = 0; from < words.length; from++) {
    for (let end = Math.min(words.length, from + LONGEST); end > from; end--) {
      const key = words.slice(from, end).join(' ')
      const told = PHRASES.get(key)
      const target = TARGETS.get(key)
      if (target) addresses.add(target as Target)
      if (!told) continue
      for (const kind of told.kinds) wants.add(kind)
      if (told.consumed) for (let at = from; at < end; at++) asked.add(at)
      break
    }
  }
  return { wants, addresses, asked }
}

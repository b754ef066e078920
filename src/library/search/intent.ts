/** Purpose: hear which kind of entry is asked for ("what has worked" wants practices), and whom it should address. */
import { type Kind, TARGETS, type Target } from '../entry.ts'
import type { IntentWords } from './intent-words.ts'
import { foldedWordsOf } from './words.ts'

export type Intent = {
  /** Kinds of entries that are lifted. */
  readonly wants: ReadonlySet<Kind>
  /** Those whom the entries should address are lifted if kinds are wanted that address somebody. */
  readonly addresses: ReadonlySet<Target>
  /** Which words of the question only said so, by their place. */
  readonly asked: ReadonlySet<number>
  /** Words to look for in their stead. */
  readonly means: ReadonlySet<string>
}

type Told = { readonly kinds: readonly Kind[]; readonly means: string; readonly asks: boolean }

export type Ear = {
  /** `words` are all words of the question, folded. */
  hear(words: readonly string[]): Intent
  /** Whom the words name, if they are exactly the name of a target. */
  targetNamed(words: readonly string[]): Target | undefined
}

const LONGEST = 6

export function makeEar({ intents, targets }: IntentWords): Ear {
  const intentOf = new Map<string, Told>(
    intents.flatMap(({ kinds, means, asks, names }) => [
      ...asks.map((phrase): [string, Told] => [keyOf(phrase), { kinds, means, asks: true }]),
      ...names.map((phrase): [string, Told] => [keyOf(phrase), { kinds, means: '', asks: false }]),
    ]),
  )
  const targetOf = new Map(TARGETS.flatMap(target => (targets[target] ?? []).map((phrase): [string, Target] => [keyOf(phrase), target])))
  const targetNamed = (words: readonly string[]) => targetOf.get(words.join(' '))
  const knows = (phrase: string) => intentOf.has(phrase) || targetOf.has(phrase)

  return {
    targetNamed,
    hear(words) {
      const heard = { wants: new Set<Kind>(), addresses: new Set<Target>(), asked: new Set<number>(), means: new Set<string>() }
      for (let from = 0; from < words.length; ) {
        const end = longestEnd(words, from, knows)
        const span = words.slice(from, end)
        const told = intentOf.get(span.join(' '))
        const target = targetNamed(span)
        if (target) heard.addresses.add(target)
        for (const kind of told?.kinds ?? []) heard.wants.add(kind)
        if (told?.means) for (const word of foldedWordsOf(told.means)) heard.means.add(word)
        if (told?.asks) for (let at = from; at < end; at++) heard.asked.add(at)
        from = end
      }
      return heard
    },
  }
}

const keyOf = (phrase: string) => foldedWordsOf(phrase).join(' ')

function longestEnd(words: readonly string[], from: number, knows: (phrase: string) => boolean): number {
  for (let end = Math.min(words.length, from + LONGEST); end > from; end--) {
    if (knows(words.slice(from, end).join(' '))) return end
  }
  return from + 1
}

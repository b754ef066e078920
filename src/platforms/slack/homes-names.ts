/** Purpose: names for a channel that Slack takes: small letters, digits and hyphens, 80 at most, and none that is there already. */
import type { Trouble } from './trouble.ts'

/** With room for a hyphen and a number. */
const LONGEST = 76
/** Channels of the same name get a number, as long as that helps to tell them apart. */
const MOST_NUMBERS = 10
const NAMELESS = 'group'

export type NameWish = { readonly wish: string /** In letters that Slack never refuses. */; readonly plain: boolean }

/** In the name's own letters first: Slack takes those of most languages, but says so nowhere, so the plain ones follow. */
export function channelNames(name: string): NameWish[] {
  const own = joined(name.normalize('NFKC').toLowerCase(), /[\p{L}\p{N}\p{M}]+/gu)
  const plain = joined(name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), /[a-z0-9]+/g)
  return [...new Set([own, plain])].flatMap(base =>
    Array.from({ length: MOST_NUMBERS }, (_, at) => ({ wish: at === 0 ? base : `${base}-${at + 1}`, plain: base === plain })),
  )
}

export const isNameRefused = ({ code }: Trouble) => code.startsWith('invalid_name')

function joined(words: string, letters: RegExp): string {
  const name = Array.from(words.match(letters)?.join('-') ?? '')
    .slice(0, LONGEST)
    .join('')
  return name.slice(0, LONGEST).replace(/-+$/, '') || NAMELESS
}

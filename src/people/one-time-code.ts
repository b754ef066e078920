/** Purpose: codes that people carry from one chat to another by hand: short, unmistakable, kept as a hash only. */
import { createHash, randomInt } from 'node:crypto'

/** Without 0, O, 1, I, L and U, which are taken for each other or make words. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** How long a code works, in milliseconds. */
export const CODE_LASTS = 15 * 60_000

/** 49 bits: more than anybody can try in a quarter of an hour. */
export function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** Of the code as it was meant: capitals, blanks and hyphens do not count. */
export const hashCode = (typed: string) =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('base64url')

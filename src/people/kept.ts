/** Purpose: the numbers of somebody about whom something is kept, and what letters to them need. */
import type { Address } from '../address.ts'
import type { Language } from '../locales/say.ts'

/** `member` is one space's row; `person` is the same number for all members that somebody has linked. */
export type Kept = { readonly member: number; readonly person: number }
export type KeptMember = Kept & {
  readonly address: Address
  readonly coalition: number
  readonly language: Language | undefined
  readonly role: string | null
}

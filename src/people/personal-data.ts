/** Purpose: the contract by which every room that keeps something about people shows it to them and forgets it. */
import type { Address } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import type { MessageKey, MessageValues } from '../locales/say.ts'
import type { Kept } from './kept.ts'

/** Somebody with all the members that they have linked. `members` is empty where no row is kept. */
export type Holder = { readonly coalition: number; readonly addresses: readonly Address[]; readonly members: readonly Kept[] }

/** One thing that is kept: as a sentence, and as it stands in the file. */
export type Held = {
  readonly key: MessageKey
  readonly values: MessageValues
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

export type PersonalData = {
  /** Names the part of the file: small letters and hyphens. */
  readonly topic: string
  /** Its rows hang on the members' own rows, which stay as long as these are there. */
  readonly byMember?: true
  held(db: Database, who: Holder): Promise<readonly Held[]>
  /** Before the members' own rows are deleted; what hangs on those by a foreign key may be left to it. */
  erase(trx: Trx, who: Holder): Promise<void>
}

/** Purpose: store the ids that Discord can't carry before their message goes out, and read them back when a button is pressed. */
import type { Database } from '../../database/open.ts'
import { isKeptButtonKey, keepButton, readKeptButton } from '../kept-buttons-store.ts'

export type KeptButtons = {
  keep(ids: readonly string[]): Promise<void>
  /** The id itself, or the one that its key stands for; nothing when that was forgotten. */
  read(id: string): Promise<string | undefined>
}

export const makeKeptButtons = (db: Database, now: () => Temporal.Instant): KeptButtons => ({
  keep: async ids => void (await Promise.all(ids.map(id => keepButton(db, id, now().epochMilliseconds)))),
  read: async id => (isKeptButtonKey(id) ? readKeptButton(db, id) : id),
})

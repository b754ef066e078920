/** Purpose: every table and column. Instants are UTC epoch milliseconds, yes/no is 0 or 1, JSON is text: the same on both engines. */
import type { Generated } from 'kysely'

export type Schema = {
  coalitions: { id: Generated<number>; name: string; created_at: number }
  spaces: { id: Generated<number>; platform: string; external_id: string; coalition_id: number; created_at: number }
  /** Only people for whom something must be remembered have a row. */
  members: {
    id: Generated<number>
    space_id: number
    user_id: string
    role: string | null
    language: string | null
    zone: string | null
    created_at: number
  }
  /** `coalition_id` 0 is the starter library, shared by all; a row of a coalition with the same id stands before it. */
  entries: { coalition_id: number; id: string; kind: string; body: string; fingerprint: string; updated_at: number }
  /** One row. `revision` rises with every change, so that each process knows when its index is old. */
  library_state: { id: number; revision: number; starter_fingerprint: string }
  web_channels: { id: string; name: string; position: number }
  /** `request_key` makes a repeated request post once. */
  web_messages: {
    id: Generated<number>
    channel_id: string
    author_id: string
    author_name: string
    body: string
    sent_at: number
    request_key: string | null
  }
  web_visitors: { token_hash: string; user_id: string; name: string; role: string; expires_at: number }
  web_invites: { token_hash: string; name: string; role: string; expires_at: number }
}

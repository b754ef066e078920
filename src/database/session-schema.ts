/** Purpose: the tables of sessions, commitments and the library's review. */
import type { Generated } from 'kysely'

export type SessionSchema = {
  /** The last number given, for each thing that a coalition counts. */
  counters: { coalition_id: number; name: string; value: number }
  /** `template` is the whole template as it was when the session opened. */
  sessions: {
    id: Generated<number>
    coalition_id: number
    number: number
    title: string
    template: string
    state: string
    language: string
    zone: string
    opened_at: number
    ends_at: number | null
    closed_at: number | null
    touched_at: number
    last_note: Generated<number>
    review_until: number | null
  }
  /** Where notes of an open session are taken: a place has at most one. */
  session_places: { session_id: number; coalition_id: number; place: string }
  session_rapporteurs: { session_id: number; coalition_id: number; person: string }
  /** What happened to the notes, in order; never changed but for `by`, which publication empties. */
  note_events: { id: Generated<number>; coalition_id: number; session_id: number; at: number; by: string | null; body: string }
  session_templates: { coalition_id: number; id: string; body: string }
  reports: { session_id: number; coalition_id: number; version: number; at: number; body: string }
  report_reviews: { session_id: number; coalition_id: number; person: string; state: string; comment: Generated<string> }
  /** `words` are the exact ones that the speaker was shown; `name` is what they want to be called. */
  quote_consents: {
    id: Generated<number>
    coalition_id: number
    session_id: number
    note: number
    speaker: string
    words: string
    state: string
    name: Generated<string>
    asked: Generated<number>
  }
  commitments: {
    id: Generated<number>
    coalition_id: number
    number: number
    what: string
    owner_kind: string
    owner: string
    due_on: string | null
    due_words: string
    state: string
    reason: Generated<string>
    session_id: number | null
    note: number | null
    recommendation: Generated<string>
    coordinator: string
    language: string
    zone: string
    made_at: number
    accepted_at: number | null
    /** Who answers for it: whoever accepted. */
    contact: string | null
    merged_into: number | null
    ignored: Generated<number>
    date_id: number | null
  }
  commitment_events: {
    id: Generated<number>
    coalition_id: number
    commitment_id: number
    at: number
    kind: string
    words: Generated<string>
  }
  commitment_checkins: { coalition_id: number; commitment_id: number; point: string; asked_at: number; answered_at: number | null }
  /** `entry_id` is set where an entry is changed, and once one is published. `origin` is the note that it came from. */
  submissions: {
    id: Generated<number>
    coalition_id: number
    number: number
    entry_id: string | null
    body: string
    state: string
    by: string | null
    origin: string | null
    at: number
    until: number
  }
  submission_approvals: { coalition_id: number; submission_id: number; person: string; standing: string }
  entry_standings: { coalition_id: number; entry_id: string; standing: string; checked_at: number }
  entry_flags: { coalition_id: number; entry_id: string; why: string; words: string; by: string; at: number }
  entry_history: { id: Generated<number>; coalition_id: number; entry_id: string; body: string; at: number }
  entry_wishes: { id: Generated<number>; coalition_id: number; words: string; at: number }
}

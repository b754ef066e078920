/** Purpose: every table and column. Instants are UTC epoch milliseconds, yes/no is 0 or 1, JSON is text: the same on both engines. */
import type { Generated } from 'kysely'
import type { SessionSchema } from './session-schema.ts'

export type Schema = SessionSchema & {
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
    /** The number that linked members share; null stands for the member's own id. */
    person_id: number | null
    /** The language that letters are written in where none was chosen: the one in which they first asked to be remembered. */
    speaks: string | null
  }
  /** `coalition_id` 0 is the starter library, shared by all; a row of a coalition with the same id stands before it. */
  entries: { coalition_id: number; id: string; kind: string; body: string; fingerprint: string; updated_at: number }
  /** One row. `revision` rises with every change, so that each process knows when its index is old. */
  library_state: { id: number; revision: number; starter_fingerprint: string }
  /** A private one is seen by the people of `web_channel_people` only. */
  web_channels: { id: string; name: string; position: number; private: Generated<number> }
  web_channel_people: { channel_id: string; user_id: string }
  /** `request_key` makes a repeated request post once. */
  web_messages: {
    id: Generated<number>
    channel_id: string
    author_id: string
    author_name: string
    body: string
    sent_at: number
    request_key: string | null
    /** The only one who sees it; all see it where this is null. */
    for_id: string | null
  }
  web_visitors: { token_hash: string; user_id: string; name: string; role: string; expires_at: number }
  web_invites: { token_hash: string; name: string; role: string; expires_at: number }
  /** Ids of buttons that are too long for a platform; the button carries the key. */
  kept_buttons: { key: string; id: string; kept_at: number }
  /** What was said to Plenary in Slack, until it is answered: then `body` is empty and only the id stays, against a second delivery. */
  slack_events: { event_id: string; body: string; kept_at: number }
  /** `key` is unique for ever. `lane` is where it goes: one at a time, in order. `unsure`: nobody knows whether the last attempt arrived. */
  deliveries: {
    id: Generated<number>
    key: string
    lane: string
    platform: string
    space: string
    state: string
    due_at: number
    next_at: number
    expires_at: number | null
    attempts: Generated<number>
    unsure: Generated<number>
    bundle: string | null
    body: string
    owner: string | null
    message_id: string | null
    why: string | null
    done_at: number | null
  }
  /** `next_at` is when something is to be done there, null when nothing is; `holder` works there until `lease_until`. */
  delivery_lanes: {
    lane: string
    platform: string
    space: string
    address: string
    privately: number
    next_at: number | null
    lease_until: Generated<number>
    holder: string | null
  }
  delivery_workers: { id: string; seen_at: number }
  /** `slot` is the number of the minute, hour or day that a job was last run for. */
  job_runs: { name: string; slot: number; ran_at: number }
  /** Wall time and zone as people said them; `at` null is all day, `rule` an RRULE of RFC 5545, `only_for` one person's own. */
  dates: {
    id: Generated<number>
    coalition_id: number
    state: string
    title: string
    about: string
    link: string
    starts_on: string
    at: string | null
    zone: string
    days: number
    rule: string | null
    skips: string
    region: string | null
    theme: string | null
    group_id: string | null
    seed_id: string | null
    uid: string | null
    only_for: string | null
    revision: number
    updated_at: number
  }
  calendar_feeds: {
    id: Generated<number>
    coalition_id: number
    scope: string
    ref: string
    token_hash: string
    language: string
    made_at: number
  }
  /** A date as a platform's own event in one space. `due_at` is when to look at it, null for never again; whoever does has it until `lease_until`.
   *  `starts_at` and `ends_at` are of the day that the event last stood for; `repeats`: the platform goes on to the next by itself. */
  published_events: {
    id: Generated<number>
    coalition_id: number
    date_id: number
    platform: string
    space: string
    state: string
    language: string
    zone: string
    event_id: string | null
    starts_at: number | null
    ends_at: number | null
    repeats: Generated<number>
    why: string | null
    due_at: number | null
    lease_until: Generated<number>
  }
  /** Everything due up to `planned_to` has its delivery; the next one after it is due at `next_at`. */
  reminders: {
    id: Generated<number>
    coalition_id: number
    date_id: number
    to_kind: string
    to_ref: string
    owner: string
    language: string
    zone: string
    leads: string
    at: string
    planned_to: number
    next_at: number | null
  }
  reminders_done: { reminder_id: number; occurs_on: string }
  reminder_wishes: { person: string; coalition_id: number; quiet_from: string | null; quiet_to: string | null; digest_at: string | null }
  /** `key` is what no two groups of a coalition share; `name` is null where region and theme say it in every language. */
  groups: {
    id: Generated<number>
    coalition_id: number
    key: string
    name: string | null
    purpose: string
    region: string | null
    theme: string | null
    state: string
    threshold: number
    sensitive: number
    open_roster: number
    made_at: number
    reached_at: number | null
    launched_at: number | null
    revision: Generated<number>
  }
  /** One row for each member; people are counted by `person_id`, so that somebody linked across spaces counts once. */
  group_people: { group_id: number; member_id: number; person_id: number; part: string; since: number }
  group_seats: {
    group_id: number
    member_id: number
    person_id: number
    seat: string
    conditional: number
    shown: number
    since: number
    confirmed_at: number
    asked_at: number | null
    /** Whose seat is handed over. */
    replaces: number | null
  }
  group_homes: {
    id: Generated<number>
    coalition_id: number
    group_id: number
    platform: string
    space: string
    channel: string
    role: string | null
    private: number
    condition: string
    added_at: number
  }
  /** The text is emptied once it is sent. */
  group_drafts: {
    id: Generated<number>
    coalition_id: number
    group_id: number
    member_id: number | null
    body: string
    made_at: number
    sent_at: number | null
  }
  link_codes: { code_hash: string; kind: string; coalition_id: number; member_id: number | null; expires_at: number }
  /** Who did what to what: ids and no content. */
  audit: { id: Generated<number>; coalition_id: number; at: number; actor: string | null; deed: string; subject: string }
}

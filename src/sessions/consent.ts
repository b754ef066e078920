/** Purpose: the Chatham House rule for quotes: whoever said nothing, or took it back, or whose words changed since, is not named. */
import type { Address } from '../address.ts'
import type { Note } from './notes.ts'

export const CONSENT_STATES = ['pending', 'named', 'organisation', 'anonymous', 'withdrawn'] as const

export type Consent = {
  readonly id: number
  readonly session: number
  readonly note: number
  /** Nobody, once the report is published. */
  readonly speaker: Address | undefined
  /** The exact words that the speaker was shown. */
  readonly words: string
  readonly state: (typeof CONSENT_STATES)[number]
  /** What they want to be called, themselves or their organisation. */
  readonly name: string
}

export type ReportReview = { readonly person: Address; readonly state: 'asked' | 'approved' | 'commented'; readonly comment: string }

/** Who may stand beside which note. */
export function attributions(notes: readonly Note[], consents: readonly Consent[]): Map<number, string> {
  const words = new Map(notes.map(note => [note.number, note.text]))
  return new Map(
    consents
      .filter(
        ({ state, name, note, words: shown }) =>
          (state === 'named' || state === 'organisation') && name !== '' && words.get(note) === shown,
      )
      .map(({ note, name }) => [note, name]),
  )
}

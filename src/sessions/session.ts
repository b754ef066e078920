/** Purpose: what a session is to those who use it, and who may write in it. */
import type { Address } from '../address.ts'
import type { Language } from '../locales/say.ts'
import type { Template } from './template.ts'

/** `closed` takes no notes in its channels any more; a rapporteur can still mend it, and `open` it again. */
export type SessionState = 'open' | 'closed' | 'published'

export type Session = {
  readonly id: number
  readonly coalition: number
  readonly number: number
  /** As people see it: `S-003`. */
  readonly ref: string
  readonly title: string
  readonly template: Template
  readonly state: SessionState
  readonly language: Language
  readonly zone: string
  readonly openedAt: number
  readonly endsAt: number | null
  readonly touchedAt: number
  readonly reviewUntil: number | null
  readonly rapporteurs: readonly Address[]
  readonly places: readonly Address[]
  /** The version published last; 0 for none. */
  readonly version: number
}

export const sessionRef = (number: number) => `S-${String(number).padStart(3, '0')}`

export const sessionDay = ({ openedAt, zone }: Pick<Session, 'openedAt' | 'zone'>): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(openedAt).toZonedDateTimeISO(zone).toPlainDate()

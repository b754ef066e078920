/** Purpose: tell the rapporteurs, privately and once, when a session has gone quiet or its end comes near, and what is missing. */
import type { Address } from '../address.ts'
import { labelIn } from '../locales/say.ts'
import { gapWords } from './gap-words.ts'
import { letterPrefix } from './letter.ts'
import { measureProgress } from './report.ts'
import { type Session, sessionDay } from './session.ts'
import { openSessionsOfAll } from './session-store.ts'
import type { InnerParts } from './sessions.ts'

const QUIET_AFTER = 20 * 60_000
/** A pause of hours is a break and no lapse. */
const QUIET_UNTIL = 90 * 60_000
const BEFORE_END = 15 * 60_000

type Reason = { readonly key: string; readonly about: 'session.nudge-quiet' | 'session.nudge-end' }

export async function nudge(parts: InnerParts, now: Temporal.Instant): Promise<void> {
  const at = now.epochMilliseconds
  for (const session of await openSessionsOfAll(parts.db)) {
    const reason = reasonFor(session, at)
    if (reason) await tell(parts, session, reason, at)
  }
}

/** The key says for which silence, or which end, so that each is told once. */
export function reasonFor({ touchedAt, endsAt }: Pick<Session, 'touchedAt' | 'endsAt'>, at: number): Reason | undefined {
  if (endsAt !== null && at >= endsAt - BEFORE_END && at < endsAt + BEFORE_END) return { key: `end/${endsAt}`, about: 'session.nudge-end' }
  const quiet = at - touchedAt
  return quiet >= QUIET_AFTER && quiet < QUIET_UNTIL ? { key: `quiet/${touchedAt}`, about: 'session.nudge-quiet' } : undefined
}

async function tell({ db, outbox, people, readNotebook }: InnerParts, session: Session, { key, about }: Reason, at: number): Promise<void> {
  const { notes } = await readNotebook(db, session.id)
  const { gaps } = measureProgress(session.template, notes, sessionDay(session))
  const readers = await Promise.all(
    session.rapporteurs.map(async (to: Address) => ({
      to,
      language: (await people.recognise({ address: to, locale: session.language })).language,
    })),
  )
  await db.transaction().execute(trx =>
    outbox.put(
      trx,
      readers.map(({ to, language }) => {
        const label = labelIn(language)
        const missing = gapWords(gaps, label, language).join('; ') || label('session.nothing-missing')
        return {
          key: `${letterPrefix(to)}session/${session.id}/${key}`,
          to,
          privately: true as const,
          dueAt: at,
          expiresAt: at + QUIET_UNTIL,
          saysLate: language,
          reply: {
            text: label(about, { session: `${session.ref} ${session.title}`, missing: `${label('session.missing')}: ${missing}` }),
            buttons: [
              {
                label: label('session.see-status'),
                command: 'session status',
                options: { session: session.ref },
                look: 'primary' as const,
              },
              { label: label('session.close'), command: 'session close', options: { session: session.ref } },
            ],
          },
        }
      }),
    ),
  )
}

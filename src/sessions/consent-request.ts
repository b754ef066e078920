/** Purpose: ask the speaker of a quote, privately and with the exact words, whether they want to be named. No answer means no. */
import type { Address } from '../address.ts'
import type { Trx } from '../database/open.ts'
import { type Language, labelIn } from '../locales/say.ts'
import { askConsent } from './consent-store.ts'
import { letterPrefix } from './letter.ts'
import type { Note } from './notes.ts'
import type { Session } from './session.ts'
import type { SessionParts } from './sessions.ts'

/** Found out before the transaction, which on SQLite lets nobody else read. */
export type Speaker = { readonly address: Address; readonly language: Language }
export async function meetSpeaker({ people }: SessionParts, session: Session, address: Address): Promise<Speaker> {
  return { address, language: (await people.recognise({ address, locale: session.language })).language }
}

export async function requestConsent(
  parts: SessionParts,
  trx: Trx,
  session: Session,
  note: Note,
  { address, language }: Speaker,
): Promise<void> {
  const { id, asked } = await askConsent(trx, {
    session: session.id,
    coalition: session.coalition,
    note: note.number,
    speaker: address,
    words: note.text,
  })
  const label = labelIn(language)
  const answer = (as: 'named' | 'organisation' | 'anonymous') => ({
    label: label(`consent.${as}`),
    command: as === 'anonymous' ? 'session consent' : 'session attribution',
    options: { request: String(id), as },
    ...(as !== 'anonymous' && { form: true as const }),
  })
  await parts.outbox.put(trx, [
    {
      key: `${letterPrefix(address)}consent/${id}/${asked}`,
      to: address,
      privately: true,
      dueAt: parts.now().epochMilliseconds,
      reply: {
        text: label('consent.ask', { session: `${session.ref} ${session.title}`, words: note.text }),
        buttons: [answer('named'), answer('organisation'), answer('anonymous')],
      },
    },
  ])
}

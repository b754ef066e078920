/** Purpose: ask the one who is named in a commitment whether they take it on. */
import { type Address, formatAddress } from '../address.ts'
import type { Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import { type Language, labelIn } from '../locales/say.ts'
import type { Commitment } from './commitment.ts'

export async function askOwner(
  outbox: Outbox,
  trx: Trx,
  { ref, id, what, due }: Commitment,
  to: Address,
  language: Language,
  at: number,
  as: 'person' | 'group' = 'person',
): Promise<void> {
  const label = labelIn(language)
  const options = { commitment: ref }
  await outbox.put(trx, [
    {
      key: `@${formatAddress(to)}:commitment/${id}/${as === 'group' ? 'offer-group' : `offer/${at}`}`,
      to,
      privately: true,
      dueAt: at,
      reply: {
        text: label(as === 'group' ? 'commitment.ask-group' : 'commitment.ask', {
          ref,
          what,
          due: due.words === '' ? label('commitment.no-due') : due.words,
        }),
        buttons: [
          { label: label('commitment.accept'), command: 'commitment accept', options, look: 'primary' },
          { label: label('commitment.decline'), command: 'commitment decline', options },
          { label: label('commitment.name-other'), command: 'commitment offer', options, form: true },
        ],
      },
    },
  ])
}

/** Purpose: ask how commitments go: at half time, at three quarters and a week before; all of a person's in one message; and tell when nobody answers. */
import { type Address, formatAddress } from '../address.ts'
import type { Trx } from '../database/open.ts'
import type { KeptReply } from '../delivery/outbox.ts'
import { type Language, labelIn } from '../locales/say.ts'
import type { Button } from '../reply.ts'
import { type Commitment, pointsReached } from './commitment.ts'
import { type Checkin, findCheckins, findCommitments, noteAsked } from './commitment-store.ts'
import type { CommitmentParts } from './commitments.ts'

const IGNORED_AFTER = 3 * 86_400_000
/** Nobody wants to be asked at night; the hour in the commitment's zone. */
const ASK_FROM = 9

/** Run again for the same hour it asks nobody twice: each point is a row. */
export async function checkIn(parts: CommitmentParts, now: Temporal.Instant): Promise<void> {
  const open = await findCommitments(parts.db, undefined, { states: ['accepted', 'on-track', 'at-risk'], withDeadline: true })
  const asked = await findCheckins(
    parts.db,
    open.map(({ id }) => id),
  )
  const due = open.filter(commitment => newPoints(commitment, asked, now).length > 0)
  for (const mine of Map.groupBy(due, ({ contact }) => (contact ? formatAddress(contact) : '')).values())
    await askPerson(parts, mine, asked, now)
  await tellCoordinators(parts, open, asked, now)
}

function newPoints({ id, due, acceptedAt, madeAt, zone }: Commitment, asked: readonly Checkin[], now: Temporal.Instant) {
  const here = now.toZonedDateTimeISO(zone)
  if (due.on === null || here.hour < ASK_FROM) return []
  const accepted = Temporal.Instant.fromEpochMilliseconds(acceptedAt ?? madeAt)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
  return pointsReached(accepted, Temporal.PlainDate.from(due.on), here.toPlainDate()).filter(
    point => !asked.some(checkin => checkin.commitment === id && checkin.point === point),
  )
}

async function askPerson(
  parts: CommitmentParts,
  mine: readonly Commitment[],
  asked: readonly Checkin[],
  now: Temporal.Instant,
): Promise<void> {
  const to = mine[0]?.contact
  if (!to) return
  const { language } = await parts.people.recognise({ address: to, locale: mine[0]?.language ?? 'en' })
  const at = now.epochMilliseconds
  await parts.db.transaction().execute(async trx => {
    const fresh: Commitment[] = []
    for (const commitment of mine) if (await markAsked(trx, commitment, newPoints(commitment, asked, now), at)) fresh.push(commitment)
    if (fresh.length === 0) return
    const key = `@${formatAddress(to)}:check-in/${now.toString().slice(0, 13)}`
    await parts.outbox.put(trx, [{ key, to, privately: true, dueAt: at, reply: question(fresh, language) }])
  })
}

/** Points that were missed while nothing ran count as asked with the last one. */
async function markAsked(trx: Trx, { coalition, id }: Commitment, points: ReturnType<typeof newPoints>, at: number): Promise<boolean> {
  let fresh = false
  for (const point of points) fresh = (await noteAsked(trx, coalition, id, point, at)) || fresh
  return fresh
}

function question(commitments: readonly Commitment[], language: Language): KeptReply {
  const label = labelIn(language)
  return {
    text: label('commitment.check-in', { count: commitments.length }),
    cards: commitments.map(({ ref, what, due }) => ({
      id: ref,
      title: what,
      text: label('commitment.due-line', { due: due.words }),
      buttons: (['on-track', 'at-risk', 'done'] as const)
        .map(
          (state): Button => ({
            label: label(`commitment.state.${state}`),
            command: 'commitment update',
            options: { commitment: ref, state },
          }),
        )
        .concat([{ label: label('commitment.in-a-line'), command: 'commitment update', options: { commitment: ref }, form: true }]),
    })),
  }
}

/** Two that nobody answered: the one who wrote it down is told, once, and nobody else. */
async function tellCoordinators(
  parts: CommitmentParts,
  open: readonly Commitment[],
  asked: readonly Checkin[],
  now: Temporal.Instant,
): Promise<void> {
  const at = now.epochMilliseconds
  for (const commitment of open) {
    const ignored = asked.filter(
      ({ commitment: id, answeredAt, askedAt }) => id === commitment.id && answeredAt === null && at - askedAt > IGNORED_AFTER,
    )
    const times = new Set(ignored.map(({ askedAt }) => askedAt)).size
    if (times >= 2 && commitment.coordinator) await tell(parts, commitment, commitment.coordinator, at)
  }
}

async function tell(
  { db, outbox, people }: CommitmentParts,
  { id, ref, what, due, language }: Commitment,
  to: Address,
  at: number,
): Promise<void> {
  const label = labelIn((await people.recognise({ address: to, locale: language })).language)
  const options = { commitment: ref }
  const reply: KeptReply = {
    text: label('commitment.unanswered', { ref, what, due: due.words }),
    buttons: [
      { label: label('commitment.show'), command: 'commitment show', options },
      { label: label('commitment.name-other'), command: 'commitment offer', options, form: true },
    ],
  }
  await db
    .transaction()
    .execute(trx => outbox.put(trx, [{ key: `@${formatAddress(to)}:commitment/${id}/unanswered`, to, privately: true, dueAt: at, reply }]))
}

/** Purpose: once a day, take the steps that are due between groups and their coordinators. Run twice, it changes nothing twice. */
import type { Trx } from '../database/open.ts'
import { ASK_AFTER, dueCheckIns, type Step } from './due-check-ins.ts'
import { type Group, groupRef } from './group.ts'
import { findGroupById, holdGroup } from './groups-store.ts'
import { aloneLetter, stillLetter } from './letters.ts'
import type { GroupParts } from './parts.ts'
import { changeSeats, dropSeats, groupsToAsk, seatsOf } from './seats-store.ts'
import { tell } from './tell.ts'
import { askDeputy, sayOpen } from './vacancy.ts'

export async function checkIn(parts: GroupParts, now: Temporal.Instant): Promise<void> {
  const at = now.epochMilliseconds
  for (const id of await groupsToAsk(parts.db, at - ASK_AFTER)) {
    await parts.db.transaction().execute(async trx => {
      const found = await findGroupById(trx, id)
      const group = found && (await holdGroup(trx, found.coalition, id))
      if (group?.state !== 'active') return
      const steps = dueCheckIns(await seatsOf(trx, id), at)
      for (const step of steps) await take(parts, trx, group, step, at)
      if (steps.some(step => step.do === 'free' && step.tell === 'group')) await sayOpen(parts, trx, group, at)
    })
  }
}

async function take(parts: GroupParts, trx: Trx, group: Group, step: Step, at: number): Promise<void> {
  const { person, member } = step.seat
  if (step.do === 'ask') {
    await changeSeats(trx, group.id, person, ['coordinator'], { asked_at: at })
    await tell(parts, trx, group, [member], `still:${at}`, stillLetter)
  } else if (step.do === 'ask-deputy') await askDeputy(parts, trx, group, step.deputy, at, person)
  else await free(parts, trx, group, step, at)
}

async function free(
  parts: GroupParts,
  trx: Trx,
  group: Group,
  { seat, tell: whom }: Extract<Step, { do: 'free' }>,
  at: number,
): Promise<void> {
  await dropSeats(trx, group.id, seat.person, ['coordinator'])
  const left = await seatsOf(trx, group.id)
  for (const { person } of left.filter(row => row.seat === 'asked-coordinator'))
    await dropSeats(trx, group.id, person, ['asked-coordinator'])
  const others = left.filter(row => row.seat === 'coordinator').map(({ member }) => member)
  if (whom === 'other-coordinator') await tell(parts, trx, group, others, `alone:${at}`, aloneLetter)
  await parts.audit.noteByClock(trx, group.coalition, 'seat.vacated', groupRef(group.id))
}

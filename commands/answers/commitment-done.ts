/** Purpose: what people do with a commitment: write it down, take it on, hand it on, say how it goes. */
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Commitment } from '../../src/commitments/commitment.ts'
import type { State } from '../../src/commitments/states.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { commitmentCard, findCommitment, stateKey } from './commitment-words.ts'

export async function addCommitment(context: Context, text: string): Promise<Reply> {
  const { commitments, sessions, person, now } = context
  const today = now().toZonedDateTimeISO(person.zone).toPlainDate()
  const { words, who, due } = sessions.rules.commitment(text, today)
  const made = await commitments.add(person, { what: words, who, due, session: null, note: null, recommendation: '' })
  return shown(context, made, 'commitment.added')
}

/** From a note of the session that is open here, with the recommendation that it belongs to. */
export async function addFromNote(context: Context, ref: string, number: number): Promise<Reply> {
  const { commitments, sessions, person, say } = context
  const given = Number(/(\d+)/.exec(ref)?.[1])
  const session = await sessions.get(person.coalition, given)
  const { notes } = session ? await sessions.notebook(session) : { notes: [] }
  const note = notes.find(known => known.number === number)
  if (!session || !note) return { text: say('commitment.no-note', { number, session: ref }) }
  const known = (await commitments.find(person.coalition, { session: session.id })).find(one => one.note === number)
  if (known) return shown(context, known, 'commitment.added')
  const { words, who, due } = sessions.rules.details(session, { ...note, type: 'commitment' })
  const whole = notes.find(other => other.number === note.parent)
  const recommendation = whole ? sessions.rules.details(session, whole).words : ''
  return shown(
    context,
    await commitments.add(person, { what: words, who, due, session: session.id, note: number, recommendation }),
    'commitment.added',
  )
}

export async function showCommitment(context: Context, given: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  const history = await context.commitments.history(commitment)
  const happened = history
    .slice(-5)
    .map(({ at, kind, words }) => [
      { instant: at, zone: context.person.zone },
      ` ${eventText(context, kind)}${words === '' || kind === 'made' ? '' : `: ${words}`}\n`,
    ])
  return {
    text: context.say('commitment.shown', { ref: commitment.ref, what: commitment.what }),
    cards: [commitmentCard(context, commitment, true), { title: context.label('commitment.history'), text: happened.flat() }],
  }
}

const EVENTS = ['made', 'offered', 'declined'] as const
function eventText({ label }: Context, kind: string): string {
  const event = EVENTS.find(known => known === kind)
  return event ? label(`commitment.event.${event}`) : label(stateKey(kind))
}

export async function acceptCommitment(context: Context, given: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  const { commitments, person } = context
  const { contact } = commitment
  if (!(await commitments.mayAnswer(commitment, person.address)))
    throw new UserError(contact ? 'error.commitment-taken' : 'error.commitment-not-asked', { ref: commitment.ref })
  if (!contact) await commitments.accept(commitment, person.address)
  return shown(context, await findCommitment(context, given), 'commitment.accepted')
}

export async function declineCommitment(context: Context, given: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  const { commitments, person } = context
  const asked = commitment.contact !== undefined || commitment.owner.kind === 'person' || commitment.owner.kind === 'group'
  if (asked && (await commitments.mayAnswer(commitment, person.address))) await commitments.decline(commitment)
  return { text: context.say('commitment.declined', { ref: commitment.ref, what: commitment.what }), instead: true }
}

export async function offerCommitment(context: Context, given: string, who: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  await mustSteer(context, commitment)
  const { ref } = commitment
  const to = context.commitments.readOwner(who, context.person.address)
  if (to.kind !== 'person' && to.kind !== 'group') throw new UserError('error.person-unclear', { given: who }, { field: 'to' })
  await context.commitments.offer(commitment, to)
  return {
    text:
      to.kind === 'person'
        ? context.say('commitment.offered-to', { ref, to: { person: to.person } })
        : context.say('commitment.offered-group', { ref, name: to.name }),
  }
}

/** Whoever answers for it, and coordinators; an orphan may be handed on by anybody who sees it. */
async function mustSteer(context: Context, commitment: Commitment) {
  const { commitments, person } = context
  const orphan = commitment.contact === undefined && (await commitments.mayAnswer(commitment, person.address))
  if (!orphan && !atLeast(person.role, 'coordinator') && !commitments.answersFor(commitment, person.address))
    throw new UserError('error.commitment-not-yours', { ref: commitment.ref })
}

export async function updateCommitment(context: Context, given: string, state: State, reason: string | undefined): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  await mustSteer(context, commitment)
  if (state === 'dropped' && reason === undefined)
    throw new UserError('error.commitment-reason', { ref: commitment.ref }, { field: 'reason' })
  await context.commitments.setState(commitment, state, reason ?? '')
  return shown(context, await findCommitment(context, given), 'commitment.updated')
}

export async function mergeCommitments(context: Context, given: string, target: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  const into = await findCommitment(context, target)
  await mustSteer(context, commitment)
  if (commitment.id === into.id) throw new UserError('error.commitment-merge', { ref: into.ref }, { field: 'into' })
  if (commitment.state !== 'merged') await context.commitments.merge(commitment, into)
  return { text: context.say('commitment.merged', { ref: commitment.ref, into: into.ref }) }
}

export async function carryOver(context: Context, given: string, until: string): Promise<Reply> {
  const commitment = await findCommitment(context, given)
  await mustSteer(context, commitment)
  const { commitments, sessions, person, now } = context
  const [same] =
    commitment.state === 'carried-over'
      ? await commitments.find(person.coalition, { what: commitment.what, states: ['offered', 'accepted', 'on-track', 'at-risk'] })
      : []
  const due = sessions.rules.due(until, now().toZonedDateTimeISO(person.zone).toPlainDate())
  return shown(context, same ?? (await commitments.carryOver(person, commitment, due)), 'commitment.carried')
}

const shown = (
  context: Context,
  commitment: Commitment,
  key: 'commitment.added' | 'commitment.accepted' | 'commitment.updated' | 'commitment.carried',
): Reply => ({
  text: context.say(key, { ref: commitment.ref }),
  cards: [commitmentCard(context, commitment, true)],
})

/** Purpose: what speakers say about their quotes, and reviewers about a report. */
import type { Context } from '../../src/command-kit/context.ts'
import { mentionedPeople } from '../../src/mention.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { findSession, isSession, mustWrite, namedSession } from './session-here.ts'

export const CONSENT_WORDS = ['named', 'organisation', 'anonymous', 'withdrawn'] as const
type As = (typeof CONSENT_WORDS)[number]
const DAY = 86_400_000

/** Yes and no by one press; a name has its own question. */
export async function answerConsent(context: Context, request: number, as: As): Promise<Reply> {
  const { sessions, person, say } = context
  const consent = await sessions.consent(person.address, person.coalition, request)
  if (!consent) return { text: say('consent.gone') }
  if (as === 'named' || as === 'organisation')
    throw new UserError('error.consent-name', {}, { field: 'name', buttons: [nameButton(context, request, as)] })
  await sessions.answer(consent, as, '')
  return { text: say('consent.stays-anonymous', { words: consent.words }), buttons: [nameButton(context, request, 'named')], instead: true }
}

export async function attribute(context: Context, request: number, as: As, name: string): Promise<Reply> {
  const { sessions, person, say, label } = context
  const consent = await sessions.consent(person.address, person.coalition, request)
  if (!consent) return { text: say('consent.gone') }
  await sessions.answer(consent, as, name)
  return {
    text: say('consent.given', { words: consent.words, name }),
    buttons: [{ label: label('consent.withdraw'), command: 'session consent', options: { request: String(request), as: 'withdrawn' } }],
    instead: true,
  }
}

const nameButton = ({ label }: Context, request: number, as: As) => ({
  label: label(`consent.${as}`),
  command: 'session attribution',
  options: { request: String(request), as },
  form: true as const,
})

export async function askReviewers(context: Context, given: string | undefined, who: string, days: number): Promise<Reply> {
  const { sessions, person, say, now } = context
  const session = await findSession(context, given, { label: '', command: 'session review', options: { people: who } })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const people = mentionedPeople(who, person.address)
  if (people.length === 0) throw new UserError('error.person-unclear', { given: who }, { field: 'people' })
  const until = now().epochMilliseconds + days * DAY
  await sessions.askReviewers(session, people, until)
  return { text: say('review.asked', { count: people.length, session: session.ref, until: { instant: until, zone: person.zone } }) }
}

export async function giveReview(context: Context, given: string, state: 'approved' | 'commented', comment: string): Promise<Reply> {
  const { sessions, person, say } = context
  const session = await namedSession(context, given)
  const asked = await sessions.review(session, person.address, state, comment)
  if (!asked) return { text: say('review.not-asked', { session: session.ref }) }
  return { text: say(state === 'approved' ? 'review.approved' : 'review.commented', { session: `${session.ref} ${session.title}` }) }
}

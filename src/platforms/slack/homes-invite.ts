/** Purpose: bring many people into a channel, a hundred at a time, so that one whom Slack refuses keeps nobody else out. */
import { z } from 'zod'
import type { Address } from '../../address.ts'
import { type Failed, HomeTrouble } from '../../groups/homes-port.ts'
import { isPersonal, whyOf } from './homes-trouble.ts'
import { type Trouble, troubleOf } from './trouble.ts'

const BATCH = 100
/** Ids with commas between. @throws HomeTrouble */
type Invite = (users: string, several: boolean) => Promise<unknown>

/** @throws HomeTrouble where Slack refuses before anybody was brought; later, those who are left are among the failed */
export async function inviteAll(people: readonly Address[], invite: Invite): Promise<Failed[]> {
  const failed: Failed[] = []
  for (let at = 0; at < people.length; at += BATCH) {
    const batch = people.slice(at, at + BATCH)
    try {
      failed.push(...(await inviteBatch(batch, users => invite(users, people.length > 1))))
    } catch (error) {
      if (!(error instanceof HomeTrouble) || at === 0) throw error
      failed.push(...people.slice(at).map(person => ({ person, why: error.why })))
      break
    }
  }
  return failed
}

type InviteBatch = (users: string) => Promise<unknown>

/** Slack's pages don't say whether the others are brought when it refuses some: so they are invited again, which harms nobody. */
async function inviteBatch(people: readonly Address[], invite: InviteBatch): Promise<Failed[]> {
  if (people.length === 0) return []
  try {
    return refusedOf(await invite(people.map(({ id }) => id).join(',')), people)
  } catch (error) {
    const cause = error instanceof HomeTrouble ? error.cause : undefined
    const named = namesOf(cause)
    const others = people.filter(({ id }) => !named.has(id))
    if (others.length < people.length) return [...refusedOf(cause, people), ...(await inviteBatch(others, invite))]
    if (!isPersonal(troubleOf(cause))) throw error
    const [only] = people
    if (only && people.length === 1) return failure(only, troubleOf(cause))
    // It does not say who is meant: halves of halves find them.
    const middle = Math.ceil(people.length / 2)
    return [...(await inviteBatch(people.slice(0, middle), invite)), ...(await inviteBatch(people.slice(middle), invite))]
  }
}

const answer = z.object({ errors: z.array(z.object({ user: z.string().optional(), error: z.string() })) })
const failedAnswer = z.object({ data: answer })

/** What an answer, good or bad, says of each person. */
function namesOf(said: unknown): Map<string, string> {
  const { data = failedAnswer.safeParse(said).data?.data } = answer.safeParse(said)
  return new Map(data?.errors.flatMap(({ user, error }): [string, string][] => (user === undefined ? [] : [[user, error]])))
}

function refusedOf(said: unknown, people: readonly Address[]): Failed[] {
  const named = namesOf(said)
  return people.flatMap(person => {
    const code = named.get(person.id)
    return code === undefined ? [] : failure(person, { code, outcome: 'not done' })
  })
}

const failure = (person: Address, trouble: Trouble): Failed[] =>
  trouble.code === 'already_in_channel' ? [] : [{ person, why: whyOf(trouble) }]

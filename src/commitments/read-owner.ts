/** Purpose: who is meant by what somebody typed: a person, a group, an organisation, or nobody yet. */
import type { Address } from '../address.ts'
import { mentionedPeople } from '../mention.ts'
import type { Owner } from './commitment.ts'

/** `@ben`, `group:Europe`, the name of an organisation, or nobody yet. */
export function readOwner(who: string, like: Address): Owner {
  const [person] = mentionedPeople(who, like)
  if (person) return { kind: 'person', person }
  const [, group] = /^(?:group|groupe|grupo|مجموعة)[: ]+(.+)$/i.exec(who.trim()) ?? []
  if (group) return { kind: 'group', name: group.trim() }
  return who.trim() === '' ? { kind: 'unknown' } : { kind: 'organisation', name: who.trim() }
}

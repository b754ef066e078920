/** Purpose: keep the last answers of a search until the library changes. In a training a whole room types what the slide says, all at once. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply } from '../../src/reply.ts'

/** Answers, for all coalitions of this process; a few kilobytes each. */
const MOST = 128

/** Library edition → answers, the last used last. What a library held before goes with it. */
const shelves = new WeakMap<object, Map<string, Reply>>()

/** The very reply that was made for the same question before, so that platforms know it again.
 *  @param question all that the answer depends on beside the library's edition, the coalition and the language */
export function askedBefore({ library, person }: Context, question: object, make: () => Reply): Reply {
  const answers = shelfOf(library.edition())
  const key = JSON.stringify([person.coalition, person.language, question])
  const reply = answers.get(key) ?? make()
  answers.delete(key)
  answers.set(key, reply)
  if (answers.size > MOST) answers.delete(answers.keys().next().value ?? key)
  return reply
}

function shelfOf(edition: object): Map<string, Reply> {
  const known = shelves.get(edition)
  if (known) return known
  const made = new Map<string, Reply>()
  shelves.set(edition, made)
  return made
}

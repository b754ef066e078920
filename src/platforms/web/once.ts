/** Purpose: carry out only once what a page asks for twice: after a network failure it repeats its request with the same key. */

/** How many answers are remembered; more than all pages can have under way at once. */
const MOST = 1000

export type Once<T> = (key: string, work: () => Promise<T>) => Promise<T>

/** A repeated key waits for, or gets, the first answer. A failure is not remembered, so that it can be tried again. */
export function makeOnce<T>(): Once<T> {
  const answers = new Map<string, Promise<T>>()
  return (key, work) => {
    const known = answers.get(key)
    if (known) return known
    const answer = work()
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    const oldest = answers.keys().next().value
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest)
    return answer
  }
}

/** Purpose: find the time of day among the words, and take it out. */
import type { Token } from './tokens.ts'

export type TimeFound = { readonly at?: Temporal.PlainTime; readonly rest: readonly Token[] }

/** `9:30`, `9 am`, `at 9`, `à 9 heures`, `a las 3 de la tarde`, `às 15h`, `noon`, or only a part of the day. */
export function takeTime(tokens: readonly Token[]): TimeFound {
  for (let from = 0; from < tokens.length; from++) {
    const found = timeAt(tokens, from)
    if (found) return { at: found.at, rest: [...tokens.slice(0, from), ...tokens.slice(from + found.length)] }
  }
  return { rest: tokens }
}

function timeAt(tokens: readonly Token[], from: number): { at: Temporal.PlainTime; length: number } | undefined {
  const said = tokens[from]?.is === 'at' ? 1 : 0
  const [one, two, three] = tokens.slice(from + said, from + said + 3)
  if (one?.is === 'part') return found(one.hour, 0, said + 1)
  if (one?.is === 'clock') return found(one.hour, 0, said + 1)
  if (one?.is === 'time') return withPart(one.hour, one.minute, two, said + 1)
  if (one?.is !== 'number' || one.n > 23) return undefined
  if (two?.is === 'half') return one.n < 1 || one.n > 12 ? undefined : found((one.n % 12) + (two.afternoon ? 12 : 0), 0, said + 2)
  const hours = two?.is === 'unit' && two.unit === 'hour' ? 1 : 0
  if (said === 1) return withPart(one.n, 0, hours ? three : two, said + 1 + hours)
  return two?.is === 'part' ? withPart(one.n, 0, two, 1) : undefined
}

/** `3` in the afternoon is 15:00. */
function withPart(hour: number, minute: number, part: Token | undefined, length: number) {
  if (part?.is !== 'part') return found(hour, minute, length)
  return found(part.afternoon && hour < 12 ? hour + 12 : hour, minute, length + 1)
}

const found = (hour: number, minute: number, length: number) => ({ at: new Temporal.PlainTime(hour, minute), length })

/** Purpose: what was measured as a small table: each program’s numbers, and how the last of them stands to the first. */
import { type Busy, median, percentile } from './measure.ts'
import type { Times } from './waiting.ts'

export type Results = {
  readonly name: string
  /** Milliseconds. */
  readonly cold: readonly number[]
  /** Megabytes after the first command, and after all of them. */
  readonly startMemory: number
  readonly memory: number
  readonly alone: readonly Times[]
  /** Written in a channel with our name, and directly. */
  readonly mentions: readonly Times[]
  readonly direct: readonly Times[]
  /** As many as it can: searches that others have just made, too; searches that nobody made before; the shortest answers. */
  readonly busy: readonly Busy[]
  readonly busyNew: readonly Busy[]
  readonly busyShort: readonly Busy[]
}
type Measure = { readonly name: string; readonly goal?: string; of(results: Results): number }

const MEASURES: readonly Measure[] = [
  { name: 'short answers per second', goal: '≥ 0.8', of: ({ busyShort }) => median(busyShort.map(({ perSecond }) => perSecond)) },
  { name: 'work for a short answer, ms', of: ({ busyShort }) => median(busyShort.map(({ work }) => work)) },
  { name: 'searches asked before, per second', goal: '≥ 0.8', of: ({ busy }) => median(busy.map(({ perSecond }) => perSecond)) },
  { name: 'work for one asked before, ms', of: ({ busy }) => median(busy.map(({ work }) => work)) },
  { name: 'new searches per second', goal: '≥ 0.8', of: ({ busyNew }) => median(busyNew.map(({ perSecond }) => perSecond)) },
  { name: 'work for a new search, ms', of: ({ busyNew }) => median(busyNew.map(({ work }) => work)) },
  { name: 'acknowledged p50, ms', goal: '≤ 1.2', of: ({ alone }) => percentile(acks(alone), 0.5) },
  { name: 'acknowledged p99, ms', goal: '≤ 1.5', of: ({ alone }) => percentile(acks(alone), 0.99) },
  { name: 'answered p50, ms', of: ({ alone }) => percentile(answers(alone), 0.5) },
  { name: 'answered p99, ms', of: ({ alone }) => percentile(answers(alone), 0.99) },
  { name: 'mention: acknowledged p50, ms', of: ({ mentions }) => percentile(acks(mentions), 0.5) },
  { name: 'mention: answered p50, ms', of: ({ mentions }) => percentile(answers(mentions), 0.5) },
  { name: 'direct message: answered p50, ms', of: ({ direct }) => percentile(answers(direct), 0.5) },
  { name: 'busy: acknowledged p50, ms', of: ({ busyNew }) => percentile(acks(together(busyNew)), 0.5) },
  { name: 'busy: acknowledged p99, ms', of: ({ busyNew }) => percentile(acks(together(busyNew)), 0.99) },
  { name: 'busy: answered p50, ms', of: ({ busyNew }) => percentile(answers(together(busyNew)), 0.5) },
  { name: 'busy: answered p99, ms', of: ({ busyNew }) => percentile(answers(together(busyNew)), 0.99) },
  { name: 'memory after the start, MB', of: ({ startMemory }) => startMemory },
  { name: 'memory in the end, MB', of: ({ memory }) => memory },
  { name: 'start to first answer, ms', of: ({ cold }) => median(cold) },
]

const acks = (times: readonly Times[]) => times.map(({ ack }) => ack)
const answers = (times: readonly Times[]) => times.map(({ answer }) => answer)
const together = (busy: readonly Busy[]) => busy.flatMap(({ times }) => times)

export function table(results: readonly Results[]): Record<string, Record<string, string>> {
  const [first, last] = [results.at(0), results.at(-1)]
  const row = ({ of, goal = '' }: Measure) => ({
    ...Object.fromEntries(results.map(one => [one.name, rounded(of(one))])),
    ratio: first && last ? (of(last) / of(first)).toFixed(2) : '',
    goal,
  })
  return Object.fromEntries(MEASURES.map(measure => [measure.name, row(measure)]))
}

const rounded = (value: number) => value.toFixed(value < 100 ? 2 : 0)

/** Purpose: ask two programs the same in turns, so that whatever else the machine does meets both alike. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command, Guest } from './fake-chat.ts'
import { type Program, type Recipe, startProgram } from './program.ts'
import type { Times } from './waiting.ts'

export type Contestant = { readonly name: string; readonly guest: Guest; readonly recipe: Recipe }
export type Running = { readonly guest: Guest; readonly program: Program }
export type NextCommand = () => Command

/** Milliseconds from the start of the process to its first answer. */
export async function coldStart({ guest, recipe }: Contestant, next: NextCommand): Promise<Running & { readonly ms: number }> {
  const since = performance.now()
  const program = startProgram(recipe)
  await guest.connected()
  await guest.ask(next())
  return { guest, program, ms: performance.now() - since }
}

/** One command after the other, each program in its turn, with a breath in between, in milliseconds. */
export async function inTurns(guests: readonly Guest[], rounds: number, next: NextCommand, breath = 2): Promise<Times[][]> {
  const times: Times[][] = guests.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const command = next()
    for (const [at, guest] of guests.entries()) {
      times[at]?.push(await guest.ask(command))
      await sleep(breath)
    }
  }
  return times
}

/** `work` is what the processor did for each command, in milliseconds: other programs do not change it much. */
export type Busy = { readonly perSecond: number; readonly work: number; readonly times: readonly Times[] }
type Load = { readonly seconds: number; readonly underWay: number }

/** As many commands as it can answer, with always so many under way. */
export async function keepBusy({ guest, program }: Running, { seconds, underWay }: Load, next: NextCommand): Promise<Busy> {
  const times: Times[] = []
  const [since, before] = [performance.now(), program.work()]
  const end = since + seconds * 1000
  const worker = async () => {
    while (performance.now() < end) times.push(await guest.ask(next()))
  }
  await Promise.all(Array.from({ length: underWay }, worker))
  const perSecond = times.length / ((performance.now() - since) / 1000)
  return { perSecond, work: (program.work() - before) / times.length, times }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** Purpose: a program under test: a process of its own, started, weighed and stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { shareCores } from './cores.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KEEP_COMPILED = ['--import', './src/keep-compiled.js']

export type Recipe = { readonly args: readonly string[]; readonly settings: Readonly<Record<string, string>> }
/** Megabytes that are resident, and milliseconds of work in all; Linux tells, elsewhere they are unknown. */
export type Program = { memory(): number; work(): number; stop(): Promise<void> }

/** As `npm start` starts it. */
export function plenary(settings: Readonly<Record<string, string>>): Recipe {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  return { args: scripts.start.split(' ').slice(1), settings: { WEB_PORT: '0', ...settings } }
}

/** Compiled code is kept between starts for it too. */
export const bare = (name: string, settings: Readonly<Record<string, string>>): Recipe => ({
  args: [...KEEP_COMPILED, `bench/chat/${name}.ts`],
  settings,
})

const cores = shareCores()
export const { apart } = cores

export function startProgram({ args, settings }: Recipe): Program {
  const [command = process.execPath, ...before] = cores.command
  const child = spawn(command, [...before, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const look = (file: string) => {
    try {
      return readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  return {
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(look('status'))?.[1]) / 1024,
    work: () => (Number(look('stat').split(' ')[13]) + Number(look('stat').split(' ')[14])) * TICK,
    stop: () => stop(child),
  }
}

/** Milliseconds; the same on every Linux. */
const TICK = 10

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

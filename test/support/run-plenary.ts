/** Purpose: run the command line as a person does: a process of its own, with settings of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export const newDataDir = () => mkdtempSync(join(tmpdir(), 'plenary-data-'))

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** @param input what is typed on standard input */
export function run(file: string, args: readonly string[], settings: Readonly<Record<string, string>>, input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT, env: { PATH: process.env['PATH'], ...settings } })
    let [out, err] = ['', '']
    child.stdout.on('data', chunk => (out += chunk))
    child.stderr.on('data', chunk => (err += chunk))
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

export const plenary = (args: readonly string[], settings: Readonly<Record<string, string>>, input = '') =>
  run('src/cli/plenary.ts', args, settings, input)

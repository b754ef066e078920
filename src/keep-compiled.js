/** Purpose: keep compiled code between starts (loaded with --import, before all else). It halves the time to the first answer, and Node need not load
 *  its TypeScript compiler, 20 MB of it, into every process. That is why this one file is JavaScript. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Here no other user of the machine can put code of theirs; where we may not write, Node's own folder does.
const folder = fileURLToPath(new URL('../node_modules/.cache/plenary/', import.meta.url))
const isFirst = !existsSync(folder)
const isKept = enableCompileCache(folder).status !== constants.compileCacheStatus.FAILED
if (!isKept) enableCompileCache()

// At the very first start another process compiles, so that the server is not left with the compiler in its memory.
const [node, program = ''] = process.argv
if (isFirst && isKept && program.endsWith('main.ts'))
  spawnSync(node, ['--import', import.meta.url, program, '--compile'], { stdio: 'ignore' })

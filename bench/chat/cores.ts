/** Purpose: keep the bench and the programs under test on different cores, where Linux and `taskset` can. A real platform is another machine; on the same
 *  core it would read an acknowledgement only when the program has finished what comes after it. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

export type Cores = { readonly apart: boolean; readonly command: readonly string[] }

/** The first core for this process, the others for what is started by `command`. */
export function shareCores(): Cores {
  const others = availableParallelism() - 1
  const apart = others > 0 && spawnSync('taskset', ['-acp', '0', String(process.pid)]).status === 0
  return { apart, command: apart ? ['taskset', '-c', `1-${others}`, process.execPath] : [process.execPath] }
}

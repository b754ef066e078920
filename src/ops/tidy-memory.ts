/** Purpose: give back, once, what starting took. Reading the seeds and building the index leave 30 MB of garbage that V8 would keep for good. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Soon after the first answers, in milliseconds. */
const SOON = 1500

export function tidyMemorySoon() {
  setTimeout(() => {
    // The function stands only in contexts that are made after the flag is set.
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
  }, SOON).unref()
}

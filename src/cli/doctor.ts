/** Purpose: `doctor`: check what Plenary stands on, and say in words what to mend. */
import { access, constants, statfs } from 'node:fs/promises'
import { assemble } from '../assemble.ts'
import { type Config, readConfig } from '../config.ts'
import { makeLog } from '../ops/log.ts'

/** Below this the disk is called nearly full, in bytes. */
const LITTLE_SPACE = 200 * 1024 * 1024
const OLDEST_CLOCK = Temporal.Instant.from('2026-01-01T00:00:00Z')

type Finding = { readonly name: string; readonly well: boolean; readonly words: string }

export async function doctor(): Promise<number> {
  const config = await examine('configuration', async () => {
    const read = readConfig()
    return {
      words: `the web chat listens on ${read.web.host}:${read.web.port}; ${read.web.loopback ? 'only this machine can reach it' : 'others can reach it, by invitation'}`,
      value: read,
    }
  })
  const findings = [
    config.finding,
    await checkClock(),
    ...(config.value ? [await checkDisk(config.value), ...(await checkStore(config.value))] : []),
  ]
  for (const { name, well, words } of findings) console.log(`${well ? '✓' : '✗'} ${name}: ${words}`)
  const ill = findings.filter(({ well }) => !well).length
  console.log(ill === 0 ? '\nAll is well.' : `\n${ill} thing(s) to mend.`)
  return ill === 0 ? 0 : 1
}

async function checkClock(): Promise<Finding> {
  const now = Temporal.Now.instant()
  const well = Temporal.Instant.compare(now, OLDEST_CLOCK) > 0
  const words = `${now.toString({ smallestUnit: 'second' })} (UTC)${well ? '' : '; this is in the past. Set the clock, or reminders will come at the wrong time'}`
  return { name: 'clock', well, words }
}

async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const { finding } = await examine('disk', async () => {
    await access(dataDir, constants.W_OK)
    const { bavail, bsize } = await statfs(dataDir)
    const free = bavail * bsize
    if (free < LITTLE_SPACE) throw new Error(`only ${megabytes(free)} are free in ${dataDir}; make room before it is full`)
    return { words: `${megabytes(free)} free in ${dataDir}` }
  })
  return finding
}

async function checkStore(config: Config): Promise<Finding[]> {
  const store = await examine('store', async () => {
    const plenary = await assemble(config, makeLog('error'))
    return { words: config.databaseUrl.startsWith('postgres') ? 'PostgreSQL answers' : config.databaseUrl, value: plenary }
  })
  if (!store.value) return [store.finding]
  const { library, close } = store.value
  const index = {
    name: 'index',
    well: library.size() > 0,
    words: `${library.size()} entries${library.size() > 0 ? '' : '; the starter library is missing from seeds/library'}`,
  }
  await close()
  return [store.finding, index]
}

type Examined<T> = { readonly finding: Finding; readonly value?: T }
async function examine<T>(name: string, check: () => Promise<{ words: string; value?: T }>): Promise<Examined<T>> {
  try {
    const { words, value } = await check()
    return { finding: { name, well: true, words }, ...(value !== undefined && { value }) }
  } catch (error) {
    return { finding: { name, well: false, words: error instanceof Error ? error.message : String(error) } }
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

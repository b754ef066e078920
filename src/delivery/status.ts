/** Purpose: say how delivery is doing: for people in the chat, for machines that watch, for the numbers. */
import type { Database } from '../database/open.ts'
import { lastBeat, type PlatformStatus, readStatus, spacesOf } from './status-store.ts'

const LATE_AFTER = 5 * 60_000
const MONTH = 30 * 24 * 3_600_000
/** A worker speaks every five seconds; after a minute of silence something is wrong. */
const SILENT_AFTER = 60_000

/** Failed and dropped ones are those of the last 30 days. `alive` is undefined where nothing has ever worked. */
export type DeliveryStatus = {
  readonly lastBeat: number | undefined
  readonly alive: boolean
  readonly platforms: readonly PlatformStatus[]
}
export type Delivery = {
  /** What one coalition may know: its own. Of all where it is left out. */
  status(coalition?: number): Promise<DeliveryStatus>
}

export const makeDelivery = (db: Database, now: () => Temporal.Instant): Delivery => ({
  async status(coalition) {
    const at = now().epochMilliseconds
    const spaces = coalition === undefined ? undefined : await spacesOf(db, coalition)
    const [beat, platforms] = await Promise.all([lastBeat(db), readStatus(db, at - LATE_AFTER, at - MONTH, spaces)])
    return { lastBeat: beat, alive: beat !== undefined && at - beat < SILENT_AFTER, platforms }
  },
})

/** Purpose: the front of the sub-groups: their whole life, from first interest to a working group in several chats at once. */
import { type Announcing, makeAnnouncing } from './announcing.ts'
import { checkIn } from './check-in-job.ts'
import { type Finding, makeFinding } from './finding.ts'
import { type Joining, makeJoining } from './joining.ts'
import { type Leading, makeLeading } from './leading.ts'
import { type Living, makeLiving } from './living.ts'
import type { GroupParts } from './parts.ts'
import { makePicturing, type Picturing } from './picturing.ts'
import { makeStarting, type Starting } from './starting.ts'

export type Groups = Finding &
  Picturing &
  Starting &
  Joining &
  Leading &
  Living &
  Announcing & {
    /** Asks coordinators whether they are still with it, and follows up; once a day. */
    checkIn(now: Temporal.Instant): Promise<void>
  }

export const makeGroups = (parts: GroupParts): Groups => ({
  ...makeFinding(parts),
  ...makePicturing(parts),
  ...makeStarting(parts),
  ...makeJoining(parts),
  ...makeLeading(parts),
  ...makeLiving(parts),
  ...makeAnnouncing(parts),
  checkIn: now => checkIn(parts, now),
})

/** Purpose: what groups have done by the clock: coordinators are asked whether they are still with it. */
import type { Groups } from './groups.ts'

export const groupJobs = ({ checkIn }: Pick<Groups, 'checkIn'>) => [{ name: 'group-check-ins', every: 'day' as const, run: checkIn }]

/** Purpose: sub-groups, by region or by issue: find one, say that you are interested, join, and lead it. */
import { defineCommandFamily } from '../src/command-kit/define-command.ts'
import { announce, arrived } from './answers/group-announcing.ts'
import { list, map, show } from './answers/group-finding.ts'
import { home, sync } from './answers/group-homes.ts'
import { join, leave, people, requests } from './answers/group-joining.ts'
import { accept, beShown, decline, edit, resign, rest, seats, still } from './answers/group-leading.ts'
import { interest, launch, offer, propose } from './answers/group-starting.ts'

const finding = { list, show, map }
const starting = { propose, interest, offer, launch }
const joining = { join, leave, people, requests }
const leading = { seats, accept, decline, still, resign, 'be-shown': beShown, edit, rest }
const living = { home, sync, announce, arrived }

export default defineCommandFamily({
  summary: 'group.summary',
  actions: { ...finding, ...starting, ...joining, ...leading, ...living },
  bare: 'list',
})

/** Purpose: calendars to follow, and calendars that are brought in. */
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

export const FEEDS = ['mine', 'coalition', 'group'] as const
export type FeedName = (typeof FEEDS)[number]
export const FEED_STEPS = ['make', 'stop'] as const

/** Explains, and offers; only a button makes or stops an address. */
export async function answerFeed(
  context: Context,
  name: FeedName,
  step: 'make' | 'stop' | undefined,
  group: { id: string; name: string } | undefined,
): Promise<Reply> {
  const { calendar, person, say, label } = context
  const scope = name === 'mine' ? 'member' : name
  if (scope !== 'member' && step !== undefined && !atLeast(person.role, 'coordinator'))
    throw new UserError('error.role', { needed: label('role.coordinator'), role: label(`role.${person.role}`) })
  if (scope === 'group' && !group) throw new UserError('date.feed-which-group', {}, { field: 'group' })
  const button = (
    key: 'date.button.feed-make' | 'date.button.feed-renew' | 'date.button.feed-stop',
    next: 'make' | 'stop',
    look?: 'primary' | 'danger',
  ): Button => ({
    label: label(key),
    command: 'date feed',
    options: { for: name, step: next, ...(group && { group: group.name }) },
    ...(look && { look }),
  })
  const what = label(`date.feed.${name}`, { group: group?.name ?? '' })
  if (step === 'make') {
    const address = await calendar.feeds.make(person, scope, group?.id)
    return {
      text: [say('date.feed-made', { what }), '\n', { code: address }].flat(),
      buttons: [button('date.button.feed-stop', 'stop', 'danger')],
    }
  }
  if (step === 'stop') {
    await calendar.feeds.revoke(person, scope, group?.id)
    return { text: say('date.feed-stopped', { what }), buttons: [button('date.button.feed-make', 'make')], instead: true }
  }
  const exists = await calendar.feeds.exists(person, scope, group?.id)
  const other: Button[] =
    name === 'mine' ? [{ label: label('date.feed.coalition', { group: '' }), command: 'date feed', options: { for: 'coalition' } }] : []
  return {
    text: say(exists ? 'date.feed-exists' : 'date.feed-offer', { what }),
    buttons: exists
      ? [button('date.button.feed-renew', 'make', 'primary'), button('date.button.feed-stop', 'stop', 'danger'), ...other]
      : [button('date.button.feed-make', 'make', 'primary'), ...other],
  }
}

/** Brings in the dates of a calendar file; the same file again changes those it brought before. */
export async function importDates({ calendar, person, say, label }: Context, file: string): Promise<Reply> {
  const read = calendar.words.readCalendar(file, person.zone)
  if (!read) throw new UserError('date.import-unclear', {}, { field: 'file' })
  const known = new Map(
    (await calendar.dates.all(person.coalition)).flatMap(date => (date.uid === undefined ? [] : [[date.uid, date] as const])),
  )
  let added = 0
  for (const draft of read.dates) {
    const old = known.get(draft.uid)
    if (old) await calendar.dates.change(old, draft)
    else {
      known.set(draft.uid, await calendar.dates.add(person.coalition, draft))
      added++
    }
  }
  return {
    text: say('date.imported', { added, changed: read.dates.length - added, out: read.leftOut }),
    buttons: [{ label: label('date.button.list'), command: 'date list', look: 'primary' }],
  }
}

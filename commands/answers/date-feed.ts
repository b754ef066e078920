/** Purpose: the dates in one's own calendar program, by a secret address. */
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

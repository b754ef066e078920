/** Purpose: say whether reminders and announcements go out: when Plenary last looked, what waits, what is late, what failed. */
import type { Context } from '../src/command-kit/context.ts'
import { defineCommand } from '../src/command-kit/define-command.ts'
import type { Card } from '../src/reply.ts'

const PLATFORM_NAMES = { slack: 'Slack', discord: 'Discord', web: 'Web' } as const

export default defineCommand({
  summary: 'status.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {},
  async run(context) {
    const { delivery, person, say, label } = context
    const { lastBeat, alive, platforms } = await delivery.status(person.coalition)
    const failed = platforms.reduce((sum, platform) => sum + platform.failed + platform.late, 0)
    const state = !alive ? 'status.silent' : failed > 0 ? 'status.trouble' : 'status.well'
    const seen = lastBeat === undefined ? [] : [' ', label('status.seen'), ' ', { instant: lastBeat, zone: person.zone }]
    return { text: [say(state), ...seen].flat(), cards: platforms.map(platform => platformCard(context, platform)) }
  },
})

function platformCard({ label, person }: Context, status: Awaited<ReturnType<Context['delivery']['status']>>['platforms'][number]): Card {
  const { platform, waiting, late, failed, dropped, sent, nextAt } = status
  const counts = { waiting, late, failed, dropped, sent }
  return {
    title: PLATFORM_NAMES[platform],
    fields: [
      ...(['waiting', 'late', 'sent', 'failed', 'dropped'] as const).map(name => ({
        label: label(`status.${name}`),
        value: String(counts[name]),
      })),
      ...(nextAt === undefined ? [] : [{ label: label('status.next'), value: [{ instant: nextAt, zone: person.zone }] }]),
    ],
  }
}

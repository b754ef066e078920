/** Purpose: tell a person's conversation with Plenary from one between two people: commands can be typed there, too, and both would read the answer. */
import type { Log } from '../../ops/log.ts'
import { troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

export type Directs = {
  /** Whether somebody else reads along in this direct conversation. While Slack does not say, somebody might. */
  overheard(channel: string, user: string): Promise<boolean>
  /** Slack delivered a message from it, so Plenary is the other one. */
  learn(channel: string): void
}

const MOST_KNOWN = 5_000
/** What Slack calls a direct conversation where it gives names. */
const DIRECT = 'directmessage'

export const isDirect = ({ id, name }: { readonly id: string; readonly name?: string | undefined }) => name === DIRECT || id.startsWith('D')

export function makeDirects(client: SlackClient, log: Log): Directs {
  const known = new Map<string, Promise<boolean>>()
  const ask = async (channel: string, user: string) => {
    try {
      const { channel: ours } = await client.conversations.open({ users: user, prevent_creation: true })
      return ours?.id !== channel
    } catch (error) {
      known.delete(channel)
      log.info({ code: troubleOf(error).code }, 'Slack did not say who is in a direct conversation; the answer is for the asker alone')
      return true
    }
  }
  const remember = (channel: string, answer: Promise<boolean>) => {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(channel, answer)
    return answer
  }
  return {
    overheard: (channel, user) =>
      known.get(channel) ??
      remember(
        channel,
        Promise.resolve().then(() => ask(channel, user)),
      ),
    learn: channel => void remember(channel, Promise.resolve(false)),
  }
}

/** Purpose: learn from Slack who Plenary is there (auth.test), and notice a token that no longer works. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../ops/log.ts'
import type { Health } from '../platform.ts'
import { hintFor, isDeadToken, type Trouble, troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

export type Self = {
  readonly team: string
  readonly teamName: string | undefined
  readonly user: string
  readonly name: string | undefined
  readonly bot: string | undefined
}
export type Identity = {
  current(): Self | undefined
  state(): Health
  /** Settles when Slack has answered, for good or bad. */
  readonly known: Promise<void>
  /** Slack says that the token was taken back. */
  revoke(): void
  /** A call failed; perhaps because the token no longer works. */
  notice(trouble: Trouble): void
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
const REFUSED =
  'Slack refuses SLACK_BOT_TOKEN. Install the app to the workspace again (“OAuth & Permissions”), set the new token and start again; the rest of Plenary runs on'

export function introduce(client: SlackClient, log: Log, stopping: AbortSignal, apiUrl?: string): Identity {
  let self: Self | undefined
  let state: Health = 'starting'
  let dead = false
  const refused = (code: string) => {
    if (dead) return
    dead = true
    state = 'down'
    log.error({ setting: 'SLACK_BOT_TOKEN', code }, REFUSED)
  }
  const ask = async () => {
    for (let pause = FIRST_PAUSE; !stopping.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const { team_id, team, user_id, user, bot_id } = await client.auth.test()
        self = { team: team_id ?? '', teamName: team, user: user_id ?? '', name: user, bot: bot_id }
        state = 'up'
        return
      } catch (error) {
        const trouble = troubleOf(error)
        if (isDeadToken(trouble)) return refused(trouble.code)
        state = 'down'
        log.warn({ code: trouble.code, ...hintFor(trouble, apiUrl) }, 'Slack does not answer yet; it is asked again')
        await sleep(pause, undefined, { signal: stopping }).catch(() => undefined)
      }
    }
  }
  return {
    current: () => self,
    state: () => state,
    known: ask(),
    revoke: () => refused('token_revoked'),
    notice: trouble => {
      if (isDeadToken(trouble)) refused(trouble.code)
    },
  }
}

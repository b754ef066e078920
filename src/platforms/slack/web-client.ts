/** Purpose: Slack's web API with its harmful defaults off: no silent repetition of posts, no endless waiting, no pause of everything for one limit. */
import { type App, webApi } from '@slack/bolt'
import type { SlackConfig } from '../../config.ts'

export type SlackClient = webApi.WebClient
/** `quick` for what must be done while a `trigger_id` lives or a person waits, `patient` for the rest. */
export type Clients = { readonly quick: SlackClient; readonly patient: SlackClient }

const QUICK = 2_000
const PATIENT = 10_000

export function makeClients({ botToken, apiUrl }: SlackConfig): Clients {
  const options = clientOptions(apiUrl)
  return {
    quick: new webApi.WebClient(botToken, { ...options, timeout: QUICK }),
    patient: new webApi.WebClient(botToken, { ...options, timeout: PATIENT }),
  }
}

/** The SDK would repeat a post ten times in half an hour after a failure of unknown outcome: here, one call is one request. */
export const clientOptions = (apiUrl: string | undefined): webApi.WebClientOptions => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: PATIENT,
  logger: quietLogger(),
})

/** The SDK's own lines could carry texts and addresses with tokens; what matters is logged by us. */
export function quietLogger(): App['logger'] {
  const nothing = () => undefined
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => webApi.LogLevel.ERROR,
  }
}

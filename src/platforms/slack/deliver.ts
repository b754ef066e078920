/** Purpose: bring rendered messages to the person alone: by the delivery's own address first, then ephemerally, then as a direct message. */
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Log } from '../../ops/log.ts'
import { shorten } from '../fit-text.ts'
import { sendJson } from '../send-json.ts'
import type { SlackFile, SlackMessage } from './render.ts'
import { isAlone, type Spot } from './spot.ts'
import { SlackTrouble, type Trouble, troubleOf } from './trouble.ts'
import type { Clients, SlackClient } from './web-client.ts'

/** @param metadata what apps see of a message and people do not */
export type Post = (
  client: SlackClient,
  to: { channel: string; thread?: string | undefined },
  message: SlackMessage,
  metadata?: types.MessageMetadata,
) => Promise<Posted>
export type Posted = { readonly ts: string; readonly channel: string }
export type Telling = { readonly clients: Clients; readonly log: Log; readonly notice: (trouble: Trouble) => void }
const RESPOND_WITHIN = 5_000
const TITLE = 255

/** @param instead the first message takes the place of the one whose button was pressed
 *  @returns whether everything arrived, as far as one can know */
export async function deliverPrivately(
  { clients, log, notice }: Telling,
  spot: Spot,
  messages: readonly SlackMessage[],
  instead: boolean,
): Promise<boolean> {
  const ways = waysTo(clients, spot)
  for (const [index, message] of messages.entries()) {
    const arrived = await tryWays(ways, message, instead && index === 0, { log, notice }, spot)
    if (!arrived) return false
  }
  return true
}

type Way = (message: SlackMessage, instead: boolean) => Promise<unknown>

function waysTo(clients: Clients, spot: Spot): Way[] {
  const { responseUrl, channel, thread, user } = spot
  const alone = isAlone(spot)
  return [
    ...(responseUrl ? [(message: SlackMessage, instead: boolean) => respond(responseUrl, spot, message, instead)] : []),
    ...(channel && !spot.private
      ? [(message: SlackMessage) => clients.patient.chat.postEphemeral({ channel, user, ...message, ...inThread(thread), ...UNFORMATTED })]
      : []),
    (message: SlackMessage) =>
      post(clients.patient, { channel: alone && channel ? channel : user, thread: alone ? thread : undefined }, message),
  ]
}

/** A way that failed is not tried again; one whose outcome is unknown counts as taken, or the person would read it twice. */
async function tryWays(
  ways: Way[],
  message: SlackMessage,
  instead: boolean,
  { log, notice }: Omit<Telling, 'clients'>,
  { user }: Spot,
): Promise<boolean> {
  for (let way = ways[0]; way; way = ways[0]) {
    try {
      await way(message, instead)
      return true
    } catch (error) {
      const trouble = troubleOf(error)
      notice(trouble)
      log.warn({ code: trouble.code, outcome: trouble.outcome, user }, 'an answer did not arrive by one way')
      if (trouble.code === 'timeout') return true
      ways.shift()
    }
  }
  log.error({ user }, 'an answer could not be delivered by any way')
  return false
}

/** Slack takes five of these within half an hour; then it refuses and the next way is taken. */
async function respond(url: string, spot: Spot, message: SlackMessage, instead: boolean) {
  const { thread, ownMessage } = spot
  const replace = instead && ownMessage === true
  const body = {
    ...message,
    response_type: isAlone(spot) ? 'in_channel' : 'ephemeral',
    replace_original: replace,
    ...(replace ? {} : inThread(thread)),
    unfurl_links: false,
    unfurl_media: false,
  }
  const { status, text } = await sendJson({ method: 'POST', url, body, within: RESPOND_WITHIN })
  if (status < 200 || status > 299) throw new SlackTrouble({ code: `response_url_${status}`, outcome: 'not done' })
  if (refused(text)) throw new SlackTrouble({ code: 'response_url_refused', outcome: 'not done' })
}

/** Slack says `ok`, or JSON with `"ok": false`. */
function refused(answer: string): boolean {
  if (!answer.startsWith('{')) return false
  try {
    return z.object({ ok: z.literal(false) }).safeParse(JSON.parse(answer)).success
  } catch {
    return false
  }
}

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread })
/** Without this Slack would turn addresses and channel names in people's words into links. */
const UNFORMATTED = { parse: 'none', link_names: false } as const

export const post: Post = async (client, { channel, thread }, message, metadata) => {
  const posted = await client.chat.postMessage({
    channel,
    ...message,
    ...(metadata && { metadata }),
    ...inThread(thread),
    ...UNFORMATTED,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  })
  return { ts: posted.ts ?? '', channel: posted.channel ?? channel }
}

/** Puts files into a channel, or into the direct conversation with a person. */
export async function uploadFiles(
  client: SlackClient,
  to: { channel?: string | undefined; thread?: string | undefined; user: string },
  files: readonly SlackFile[],
) {
  const channel = to.channel ?? (await client.conversations.open({ users: to.user })).channel?.id
  if (!channel) throw new SlackTrouble({ code: 'no_direct_conversation', outcome: 'not done' })
  for (const { name, bytes, alt = name } of files) {
    // What a picture shows stands in its title, which is seen and read aloud. Slack has an argument for it (`alt_txt`), but the SDK sends another
    // (`alt_text`), and files that have it are at times not shared at all (python-slack-sdk#1818).
    const upload = { channel_id: channel, file: Buffer.from(bytes), filename: name, title: shorten(alt.replace(/\s+/g, ' '), TITLE) }
    await client.filesUploadV2(to.thread === undefined ? upload : { ...upload, thread_ts: to.thread })
  }
}

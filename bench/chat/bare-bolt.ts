/** Purpose: the least that a Bolt app can be: it acknowledges, and answers with a constant to the address that came with the command. */
import { App, LogLevel } from '@slack/bolt'

const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_API_URL = '' } = process.env

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
})
app.command(/.*/, async ({ ack, respond }) => {
  await ack()
  await respond('Here is what you asked for.')
})
const text = 'Here is what you asked for.'
app.event('app_mention', async ({ client, event }) => {
  const { channel, user = '', thread_ts } = event
  await client.chat.postEphemeral({ channel, user, text, ...(thread_ts !== undefined && { thread_ts }) })
})
app.event('message', async ({ client, event }) => {
  if (event.subtype !== undefined) return
  const { channel, thread_ts } = event
  await client.chat.postMessage({ channel, text, ...(thread_ts !== undefined && { thread_ts }) })
})
await app.start()

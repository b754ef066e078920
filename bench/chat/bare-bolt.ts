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
await app.start()

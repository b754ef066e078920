/** Purpose: one platform being down never takes another down, and each names what it needs. */
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { makeOpsRoutes } from '../../src/ops/health.ts'
import { makeLog } from '../../src/ops/log.ts'
import { startPlatforms } from '../../src/platforms/start-platforms.ts'
import { type FakeDiscord, startFakeDiscord, TOKEN } from '../support/fake-discord/fake-discord.ts'
import { makePerson as makeDiscordPerson, seen, until } from '../support/fake-discord/person.ts'
import { makePerson, overSockets } from '../support/fake-slack/person.ts'
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/start.ts'
import { APP_TOKEN, BOT_TOKEN } from '../support/fake-slack/state.ts'
import { makePlenary } from '../support/make-plenary.ts'

type Tokens = { readonly slack?: string; readonly discord?: string }

async function openAll({ slack: botToken = BOT_TOKEN, discord: token = TOKEN }: Tokens = {}) {
  const [plenary, slack, discord] = [await makePlenary(), await startFakeSlack(), await startFakeDiscord()]
  onTestFinished(() => discord.stop())
  const logged: string[] = []
  const config = {
    ...readConfig({ WEB_PORT: '0' }),
    slack: { botToken, appToken: APP_TOKEN, signingSecret: undefined, apiUrl: slack.api },
    discord: { token, apiUrl: discord.url },
  }
  const ops = makeOpsRoutes({}, plenary.metrics, { metricsToken: undefined, open: false })
  const log = makeLog('info', { write: line => void logged.push(line) })
  const platforms = await startPlatforms(plenary.conversation, { config, db: plenary.db, log, ops, now: Temporal.Now.instant })
  onTestFinished(() => platforms.stop())
  const healthOf = (name: string) => platforms.all.find(platform => platform.name === name)?.health()
  return { slack, discord, logged, healthOf, web: platforms.web.greeting }
}

const answersOnWeb = async (url: string) => expect((await fetch(url)).status).toBe(200)
async function answersInSlack(fake: FakeSlack) {
  const before = fake.shown.length
  await makePerson(fake, overSockets(fake), 'U0ANA').types('/my')
  await until(() => fake.shown.length > before)
}
const answersInDiscord = (fake: FakeDiscord) => seen(makeDiscordPerson(fake).runs('practice', { words: 'schools' }))
const errors = (logged: readonly string[]) => logged.filter(line => line.includes('"level":"error"'))

test('a bad token of Discord: named in one line; Slack and the web chat answer', async () => {
  const { slack, healthOf, logged, web } = await openAll({ discord: 'wrong.token.here' })
  await until(() => healthOf('discord') === 'down' && healthOf('slack') === 'up')
  expect(errors(logged)).toMatchObject([expect.stringContaining('DISCORD_TOKEN')])
  await answersOnWeb(web)
  await answersInSlack(slack)
})

test('a bad token of Slack: named in one line; Discord and the web chat answer', async () => {
  const { discord, healthOf, logged, web } = await openAll({ slack: 'xoxb-wrong' })
  await until(() => healthOf('slack') === 'down' && healthOf('discord') === 'up')
  expect(errors(logged)).toMatchObject([expect.stringContaining('SLACK_BOT_TOKEN')])
  await answersOnWeb(web)
  await answersInDiscord(discord)
})

test('each of them going away while all runs leaves the others alone', async () => {
  const { slack, discord, healthOf, web } = await openAll()
  await until(() => healthOf('slack') === 'up' && healthOf('discord') === 'up')
  discord.gateway.close(4014)
  await until(() => healthOf('discord') === 'down')
  await answersInSlack(slack)
  await slack.close()
  await until(() => healthOf('slack') === 'down')
  await answersOnWeb(web)
})

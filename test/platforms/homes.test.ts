/** Purpose: a group reaches its homes through every platform that was started, whichever it is. */
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { makeOpsRoutes } from '../../src/ops/health.ts'
import { makeLog } from '../../src/ops/log.ts'
import { startPlatforms } from '../../src/platforms/start-platforms.ts'
import { GUILD, startFakeDiscord, TOKEN } from '../support/fake-discord/fake-discord.ts'
import { ANA, until } from '../support/fake-discord/person.ts'
import { startFakeSlack } from '../support/fake-slack/start.ts'
import { APP_TOKEN, BOT, BOT_TOKEN, makeUser, TEAM } from '../support/fake-slack/state.ts'
import { makePlenary } from '../support/make-plenary.ts'

test('/group home makes a channel in Slack, and one with a role in Discord', async () => {
  const plenary = await makePlenary()
  const [slack, discord] = [await startFakeSlack(), await startFakeDiscord()]
  onTestFinished(() => discord.stop())
  slack.users.set('U0ANA', makeUser('U0ANA'))
  discord.guild.members.set(ANA, new Set())
  const config = {
    ...readConfig({ WEB_PORT: '0' }),
    slack: { botToken: BOT_TOKEN, appToken: APP_TOKEN, signingSecret: undefined, apiUrl: slack.api },
    discord: { token: TOKEN, apiUrl: discord.url },
  }
  const { db, homes, conversation } = plenary
  const ops = makeOpsRoutes({}, plenary.metrics, { metricsToken: undefined, open: false })
  const platforms = await startPlatforms(conversation, { config, db, homes, ops, log: makeLog('error'), now: Temporal.Now.instant })
  onTestFinished(() => platforms.stop())
  await until(() => platforms.all.every(platform => platform.health() === 'up'))
  const places = [
    { platform: 'slack', space: TEAM, id: 'U0ANA' },
    { platform: 'discord', space: GUILD, id: ANA },
  ] as const
  for (const address of places) {
    const says = (line: string) =>
      conversation.hear({ by: { address, vouched: 'admin' }, place: { address, private: true }, said: { line } })
    await says('group propose name:"Ports & Harbours"')
    for (const line of ['offer', 'launch', 'join']) await says(`group ${line} ports & harbours`)
    await says('group home ports & harbours make:private')
  }
  const made = [...slack.channels.values()].map(({ name, private: closed, members }) => [name, closed, [...members]])
  expect(made).toEqual([['ports-harbours', true, [BOT, 'U0ANA']]])
  expect([...discord.guild.channels.values()].map(({ name }) => name)).toEqual(['ports-harbours'])
  expect([...(discord.guild.members.get(ANA) ?? [])]).toEqual([...discord.guild.roles.keys()])
}, 20_000)

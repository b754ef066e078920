/** Purpose: the commands as Discord has them: generated, translated, within its limits, and sent only where they differ. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { UMBRELLA } from '../../../src/command-kit/command-book.ts'
import { loadCommands } from '../../../src/command-kit/load-commands.ts'
import { nameIn } from '../../../src/platforms/discord/localise.ts'
import { discordCommands, RESERVED } from '../../../src/platforms/discord/register.ts'
import { charactersOf, checkCommands } from '../../support/fake-discord/check-commands.ts'
import { startFakeDiscord } from '../../support/fake-discord/fake-discord.ts'
import { until } from '../../support/fake-discord/person.ts'
import { refuse } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const book = await loadCommands()

describe('the manifest', () => {
  test('is what Discord takes', () => {
    expect(checkCommands(JSON.parse(JSON.stringify(discordCommands(book))))).toEqual([])
  })

  test('leaves room in every command: of Discord’s 8,000 characters, and of its 25 subcommands', () => {
    for (const command of discordCommands(book)) {
      expect(charactersOf(command), command.name).toBeLessThan(6_000)
      expect('options' in command ? (command.options ?? []).length : 0, command.name).toBeLessThan(25)
    }
  })

  test('has every command but the taken words, and the umbrella', () => {
    const typed = discordCommands(book).flatMap(command => (command.type === 1 ? [command.name] : []))
    expect(typed.sort()).toEqual([UMBRELLA, ...[...book.commands.keys()].filter(word => !RESERVED.includes(word))].sort())
    expect(typed).not.toContain('help')
  })

  test('speaks French and Spanish, and English under both its names', () => {
    const practice = discordCommands(book).find(({ name }) => name === 'practice')
    expect(practice).toMatchObject({
      name_localizations: { 'en-US': 'practice', 'en-GB': 'practice', fr: 'pratique', 'es-ES': 'práctica', 'es-419': 'práctica' },
      description_localizations: { fr: expect.any(String), 'es-ES': expect.any(String) },
      contexts: [0, 1],
      integration_types: [0],
    })
  })

  test('has hidden options nowhere, choices where one is wanted, completion where several are', () => {
    const text = JSON.stringify(discordCommands(book))
    expect(text).not.toContain('"name":"page"')
    const options = discordCommands(book).flatMap(command => ('options' in command ? (command.options ?? []) : []))
    const inner = options.flatMap(option => ('options' in option ? (option.options ?? []) : [option]))
    expect(inner.find(({ name }) => name === 'language')).toMatchObject({
      choices: [{ value: 'en' }, { value: 'fr' }, { value: 'es' }, { value: 'ar' }],
    })
    expect(inner.find(({ name }) => name === 'target')).toMatchObject({ autocomplete: true })
  })

  test('an unknown word keeps its name', () => {
    expect(nameIn('fr', 'somethingnew')).toBe('somethingnew')
  })
})

describe('registering', () => {
  test('happens once, and not again while nothing differs, whatever Discord adds', async () => {
    const discord = await startFakeDiscord()
    onTestFinished(() => discord.stop())
    const conversation = await stubConversation({ text: 'x' })
    const first = await openDiscord({ conversation, discord })
    await first.platform.stop()
    expect(discord.commands.puts).toBe(1)
    const second = await openDiscord({ conversation, discord })
    await until(() => second.logged.join('').includes('"outcome":"same"'))
    expect(discord.commands.puts).toBe(1)
    await second.platform.stop()
    const [command] = discord.commands.registered
    if (command && 'description' in command) command.description = 'Something else'
    await openDiscord({ conversation, discord })
    await until(() => discord.commands.puts === 2)
    expect(discord.requests.filter(({ path, method }) => method === 'GET' && path.endsWith('/commands')).map(({ query }) => query)).toEqual(
      Array(3).fill('?with_localizations=true'),
    )
  })

  test('that fails for a moment is tried again; one that is refused is said once, and all else works', async () => {
    const discord = await startFakeDiscord()
    onTestFinished(() => discord.stop())
    discord.fault({
      on: ({ method }) => method === 'PUT',
      times: 1,
      how: refuse(400, 30034, 'Max number of daily application command creates'),
    })
    const { logged, platform } = await openDiscord({ conversation: await stubConversation({ text: 'x' }), discord, wait: false })
    await until(() => logged.join('').includes('commands could not be registered'))
    expect(logged.join('')).toContain('"code":"30034"')
    await until(() => platform.health() === 'up')
  })
})

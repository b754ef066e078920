/** Purpose: `manifest`: what a platform must know about the app, generated from the commands, to paste where the platform asks for it. */
import { stringify } from 'yaml'
import { loadCommands } from '../command-kit/load-commands.ts'
import { discordCommands } from '../platforms/discord/register.ts'
import { slackManifest } from '../platforms/slack/register.ts'
import { oneOf, readArguments, UsageMistake } from './usage-mistake.ts'

export async function manifest(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, url: { type: 'string' }, 'only-umbrella': { type: 'boolean', default: false } },
  })
  const [platform, ...more] = positionals
  if (platform === undefined || more.length > 0) throw new UsageMistake('Which platform? Type: manifest slack, or: manifest discord')
  const wanted = oneOf('platform', ['slack', 'discord'], platform)
  if (values.url !== undefined && !/^https:\/\//.test(values.url)) {
    throw new UsageMistake(`--url takes the public address of the web chat, such as https://plenary.example.org; it was “${values.url}”.`)
  }
  const book = await loadCommands()
  const whole =
    wanted === 'discord'
      ? discordCommands(book)
      : slackManifest(book, { ...(values.url !== undefined && { url: values.url }), umbrellaOnly: values['only-umbrella'] })
  // Discord takes only JSON.
  console.log(values.json || wanted === 'discord' ? JSON.stringify(whole, null, 2) : stringify(whole).trimEnd())
  return 0
}

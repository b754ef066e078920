/** Purpose: `say`: type a line as somebody, and read what they would see. */
import { assemble } from '../assemble.ts'
import { ROLES } from '../command-kit/roles.ts'
import { readConfig } from '../config.ts'
import { LANGUAGES } from '../locales/say.ts'
import { makeLog } from '../ops/log.ts'
import { replyAsText } from './reply-as-text.ts'
import { oneOf, readArguments, UsageMistake } from './usage-mistake.ts'

export async function say(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      as: { type: 'string', default: 'member' },
      lang: { type: 'string', default: 'en' },
    },
  })
  const line = positionals.join(' ')
  if (line === '') throw new UsageMistake('Say what? Try: say "/practice xenophobia schools"')
  const role = oneOf('as', ROLES, values.as)
  const locale = oneOf('lang', LANGUAGES, values.lang)
  const plenary = await assemble(readConfig(), makeLog('error'))
  try {
    const here = { platform: 'web', space: 'command-line' } as const
    const { reply } = await plenary.conversation.hear({
      by: { address: { ...here, id: `${role}-${locale}` }, vouched: role, locale },
      place: { address: { ...here, id: 'terminal' }, private: true },
      said: line.startsWith('/') ? { line } : { line, loose: true },
    })
    console.log(values.json ? JSON.stringify(reply, undefined, 2) : replyAsText(reply))
    return reply.mood === 'error' ? 1 : 0
  } finally {
    await plenary.close()
  }
}

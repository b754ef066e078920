/** Purpose: a whole Plenary over an in-memory database, and members who talk with it as on any platform. */
import { expect, onTestFinished } from 'vitest'
import { assemble, type Plenary } from '../../src/assemble.ts'
import type { Role } from '../../src/command-kit/roles.ts'
import type { Said } from '../../src/command-kit/run-command.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { makeLog } from '../../src/ops/log.ts'
import { type Button, type Card, plainText, type Reply } from '../../src/reply.ts'

export type TestPlenary = Plenary & { readonly logged: string[]; member(name: string, more?: MemberOptions): Member }
/** `space` is the chat they are in, where it is not the usual one. */
type MemberOptions = { readonly role?: Role; readonly locale?: string; readonly zone?: string; readonly space?: string }

const NOW = Temporal.Instant.from('2026-11-21T09:00:00Z')

/** Closed when the test ends.
 *  @param databaseUrl a SQLite path or a `postgres://` address; in memory when left out */
export async function makePlenary(databaseUrl = ':memory:', now = () => NOW): Promise<TestPlenary> {
  const plenary = await openPlenary(databaseUrl, now)
  onTestFinished(() => plenary.close())
  return plenary
}

/** For several tests together; they close it. */
export async function openPlenary(databaseUrl = ':memory:', now = () => NOW): Promise<TestPlenary> {
  const logged: string[] = []
  const config: Config = { ...readConfig({}), databaseUrl }
  const plenary = await assemble(config, makeLog('info', { write: line => void logged.push(line) }), now)
  return { ...plenary, logged, member: (name, more) => makeMember(plenary, name, more) }
}

export type Member = {
  says(line: string): Promise<Heard>
  presses(button: Button): Promise<Heard>
  does(said: Said): Promise<Heard>
}
export type Heard = Reply & {
  /** All words of the reply: texts, cards, fields, notes and labels. */
  readonly words: string
  hears(words: string | RegExp): Heard
  readonly allButtons: readonly Button[]
  button(label: string | RegExp): Button
}

function makeMember({ conversation }: Plenary, name: string, { role, locale, zone, space = 'test' }: MemberOptions = {}): Member {
  const by = {
    address: { platform: 'web', space, id: name } as const,
    ...(role && { vouched: role }),
    ...(locale && { locale }),
    ...(zone && { zone }),
  }
  const place = { address: { platform: 'web', space, id: 'general' } as const, private: false }
  const does = async (said: Said) => heard((await conversation.hear({ by, place, said })).reply)
  return {
    says: line => does({ line }),
    presses: ({ command, options = {}, share, form }) => does({ command, options, ...(share && { share }), ...(form && { form }) }),
    does,
  }
}

function heard(reply: Reply): Heard {
  const allButtons = [...(reply.buttons ?? []), ...(reply.cards ?? []).flatMap(card => card.buttons ?? [])]
  const words = [plainText(reply.text), ...(reply.cards ?? []).flatMap(cardWords), ...allButtons.map(({ label }) => label)].join('\n')
  const self: Heard = {
    ...reply,
    words,
    allButtons,
    hears(expected) {
      if (typeof expected === 'string') expect(words).toContain(expected)
      else expect(words).toMatch(expected)
      return self
    },
    button(label) {
      const found = allButtons.find(button => (typeof label === 'string' ? button.label === label : label.test(button.label)))
      if (!found) throw new Error(`No button “${label}” among: ${allButtons.map(button => button.label).join(', ')}`)
      return found
    },
  }
  return self
}

const cardWords = ({ id = '', title, text = '', fields = [], note = '' }: Card) => [
  id,
  plainText(title),
  plainText(text),
  ...fields.map(({ label, value }) => `${label}: ${plainText(value)}`),
  plainText(note),
]

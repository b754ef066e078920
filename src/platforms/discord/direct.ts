/** Purpose: a direct message has no server around it: find the one that its author speaks in, ask where that is not clear, and keep strangers apart. */

import { atLeast } from '../../command-kit/roles.ts'
import type { Conversation, Said, Visitor } from '../../command-kit/run-command.ts'
import { type Language, languageOf, sayIn } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import type { Choices } from './choices.ts'
import { mayOutside, readOutside } from './outside.ts'
import type { Membership, ServersOf } from './servers-of.ts'
import { chooseButton, OUTSIDE } from './space-mark.ts'
import { DiscordTrouble, troubleOf } from './trouble.ts'

type Words = Said | 'no words' | 'forgotten' | undefined
export type Asked = {
  readonly by: Visitor
  readonly said: Words
  /** The server that a pressed button belongs to, and whether pressing it chose that server. */
  readonly space?: string | undefined
  readonly chosen?: boolean | undefined
  /** In milliseconds. */
  readonly within: number
}
/** Who speaks where; with a `reply` where nothing may be run. */
export type Settled = { readonly by: Visitor; readonly said: Words; readonly space: string; readonly reply?: Reply }
export type Direct = { settle(asked: Asked): Promise<Settled> }
export type DirectParts = {
  readonly conversation: Conversation
  readonly servers: ServersOf
  readonly choices: Choices
  readonly log: Log
  readonly language: Language
  readonly nameOf: (server: string) => string
  readonly knownOf: (user: string, member: Membership) => Pick<Visitor, 'locale' | 'vouched'>
}

/** Buttons in one question. */
const MOST_ASKED = 5

export const makeDirect = (own: DirectParts): Direct => ({
  async settle(asked) {
    try {
      return await inTime(asked.within, asked.space === undefined ? settle(own, asked) : settleMarked(own, asked, asked.space))
    } catch (error) {
      own.log.warn({ platform: 'discord', ...troubleOf(error) }, 'Discord did not say which servers a person shares with Plenary')
      return refuse(own, asked, 'discord.direct-unsure')
    }
  },
})

async function settle(own: DirectParts, asked: Asked): Promise<Settled> {
  const { by, said } = asked
  const user = by.address.id
  if (typeof said !== 'object') return outside(asked)
  const all = await own.servers.all(user)
  const chosen = all.find(({ server }) => server === own.choices.of(user))
  if (chosen) return inServer(own, asked, chosen)
  const people = await Promise.all(
    all.map(async member => ({ member, person: await own.conversation.recognise(visitorIn(own, by, member)) })),
  )
  const [first, ...others] = people
  if (!first) return settleOutside(own, asked, said)
  if (others.some(({ person }) => person.coalition !== first.person.coalition)) return askWhich(own, asked, said, all)
  // Where they may do most, of servers that share everything anyway.
  const { member } = others.reduce((best, one) => (atLeast(best.person.role, one.person.role) ? best : one), first)
  return inServer(own, asked, member)
}

/** Who has left the server of a letter no longer speaks in it. */
async function settleMarked(own: DirectParts, asked: Asked, space: string): Promise<Settled> {
  const member = await own.servers.one(asked.by.address.id, space)
  if (!member) return refuse(own, asked, 'discord.direct-left')
  if (asked.chosen) own.choices.choose(asked.by.address.id, space)
  return inServer(own, asked, member)
}

const inServer = (own: DirectParts, { by, said }: Asked, member: Membership): Settled => ({
  by: visitorIn(own, by, member),
  said,
  space: member.server,
})

const visitorIn = ({ knownOf }: DirectParts, { address, locale }: Visitor, member: Membership): Visitor => ({
  ...knownOf(address.id, member),
  ...(locale && { locale }),
  address: { ...address, space: member.server },
})

function settleOutside(own: DirectParts, asked: Asked, said: Said): Settled {
  const call = readOutside(own.conversation.book, said)
  return mayOutside(call) ? outside({ ...asked, said: call }) : refuse(own, asked, 'discord.direct-outside')
}

const outside = ({ by, said }: Asked): Settled => ({
  by: { address: { ...by.address, space: OUTSIDE }, ...(by.locale && { locale: by.locale }), vouched: 'guest' },
  said,
  space: OUTSIDE,
})

function askWhich(own: DirectParts, asked: Asked, said: Said, all: readonly Membership[]): Settled {
  const named = all.map(({ server }) => ({ server, name: own.nameOf(server) })).sort((one, other) => one.name.localeCompare(other.name))
  const buttons = named.slice(0, MOST_ASKED).map(({ server, name }) => chooseButton(name, server, said))
  const settled = refuse(own, asked, named.length > MOST_ASKED ? 'discord.direct-choose-more' : 'discord.direct-choose')
  return { ...settled, reply: { text: settled.reply.text, buttons } }
}

type Refusal =
  | 'discord.direct-unsure'
  | 'discord.direct-left'
  | 'discord.direct-outside'
  | 'discord.direct-choose'
  | 'discord.direct-choose-more'

function refuse({ language }: DirectParts, asked: Asked, key: Refusal): Settled & { readonly reply: Reply } {
  const say = sayIn(languageOf(asked.by.locale) ?? language)
  return { ...outside(asked), reply: { text: say(key), mood: 'error' } }
}

async function inTime<T>(within: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DiscordTrouble({ code: 'timeout', outcome: 'not done' })), within)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

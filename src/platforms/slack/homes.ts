/** Purpose: give groups a home in Slack: a channel, public or private, and its members. Additive by itself: people are taken out only where that was asked. */
import type { Address } from '../../address.ts'
import { type Failed, type Home, type HomeCondition, type Homes, HomeTrouble, type HomeWish, type Space } from '../../groups/homes-port.ts'
import type { Log } from '../../ops/log.ts'
import { shorten } from '../fit-text.ts'
import { inviteAll } from './homes-invite.ts'
import { channelNames, isNameRefused } from './homes-names.ts'
import { makeAsk, whyOf } from './homes-trouble.ts'
import { type Trouble, troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'
import { escapeWords } from './words.ts'

export type HomeParts = {
  readonly client: SlackClient
  /** Plenary's own id there, once Slack has said it. */
  readonly self: () => { readonly user: string } | undefined
  readonly notice: (trouble: Trouble) => void
  readonly log: Log
}
type Room = HomeParts & { readonly ask: ReturnType<typeof makeAsk> }

const PURPOSE = 250
/** Slack gives at most a thousand at once, and advises no more than two hundred. */
const PAGE = 200

export function makeSlackHomes(parts: HomeParts): Homes {
  const room: Room = { ...parts, ask: makeAsk(parts) }
  return {
    create: (space, wish) => create(room, space, wish),
    async adopt(address) {
      // Whoever says this stands in the channel: one that is not found is one that Plenary may not see.
      const home = { address, role: undefined, private: true }
      const found = await look(room, home)
      if (found.condition !== 'fine') throw new HomeTrouble(found.condition)
      if (found.talk) throw new HomeTrouble('not-allowed')
      return { ...home, private: found.private }
    },
    membersOf: home => membersOf(room, home),
    async invite(home, people) {
      const others = people.filter(({ id }) => id !== parts.self()?.user)
      return inviteAll(others, (users, several) =>
        room.ask(() => parts.client.conversations.invite({ channel: home.address.id, users, force: true }), home, several),
      )
    },
    remove: (home, people) => remove(room, home, people),
    describe: async home => (await look(room, home)).condition,
  }
}

async function create(room: Room, { platform, space }: Space, { name, about, private: closed }: HomeWish): Promise<Home> {
  const { client, ask } = room
  let last: unknown
  for (const { plain, wish } of channelNames(name)) {
    // A name that Slack refuses for its letters is not tried with a number behind it, only in plain letters.
    if (isNameRefused(troubleOf(last)) && !plain) continue
    try {
      const { channel } = await ask(() => client.conversations.create({ name: wish, is_private: closed }))
      const home = { address: { platform, space, id: channel?.id ?? '' }, role: undefined, private: closed }
      await describePurpose(room, home, about)
      return home
    } catch (error) {
      last = error instanceof HomeTrouble ? error.cause : error
      if (!isNameRefused(troubleOf(last)) && troubleOf(last).code !== 'name_taken') throw error
    }
  }
  throw new HomeTrouble('name-taken', { cause: last })
}

/** A channel without its purpose is a channel all the same. */
async function describePurpose({ client, ask }: Room, home: Home, about: string) {
  if (about.trim() === '') return
  const purpose = shorten(about, PURPOSE, text => escapeWords(text).length)
  await ask(() => client.conversations.setPurpose({ channel: home.address.id, purpose: escapeWords(purpose) }), home).catch(() => undefined)
}

async function membersOf({ client, ask, self }: Room, home: Home): Promise<Address[]> {
  const { platform, space, id: channel } = home.address
  const ids = new Set<string>()
  let cursor = ''
  do {
    const page = await ask(() => client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) }), home)
    for (const id of page.members ?? []) ids.add(id)
    cursor = page.response_metadata?.next_cursor ?? ''
  } while (cursor !== '')
  return [...ids].filter(id => id !== self()?.user).map(id => ({ platform, space, id }))
}

/** `not_in_channel` says of a person that they have left already, and would say the same if Plenary itself were out: so that is asked first. */
async function remove(room: Room, home: Home, people: readonly Address[]): Promise<Failed[]> {
  const { condition } = await look(room, home)
  if (condition !== 'fine') throw new HomeTrouble(condition)
  const failed: Failed[] = []
  for (const person of people) {
    const why = await kick(room, home, person.id, people.length > 1)
    if (why) failed.push({ person, why })
  }
  return failed
}

async function kick({ client, ask, self }: Room, { address }: Home, user: string, several: boolean): Promise<Failed['why'] | undefined> {
  if (user === self()?.user) return 'not-allowed'
  try {
    // Other apps are in a channel as people are, and are nobody's to be tidied away.
    const { user: known } = await ask(() => client.users.info({ user }), undefined, several)
    if (known?.is_bot) return 'not-allowed'
    await ask(() => client.conversations.kick({ channel: address.id, user }), undefined, several)
    return undefined
  } catch (error) {
    const code = error instanceof HomeTrouble ? troubleOf(error.cause).code : ''
    if (code === 'not_in_channel') return undefined
    return error instanceof HomeTrouble ? error.why : Promise.reject(error)
  }
}

type Found = { readonly condition: HomeCondition; readonly private: boolean /** Between people, not a channel. */; readonly talk: boolean }

async function look({ client, ask }: Room, home: Home): Promise<Found> {
  try {
    const { channel = {} } = await ask(() => client.conversations.info({ channel: home.address.id }), home)
    const condition = channel.is_archived ? 'archived' : channel.is_member ? 'fine' : 'not-a-member'
    return { condition, private: channel.is_private ?? false, talk: channel.is_im === true || channel.is_mpim === true }
  } catch (error) {
    const condition = error instanceof HomeTrouble ? whyOf(troubleOf(error.cause), home) : undefined
    if (condition !== 'gone' && condition !== 'archived' && condition !== 'not-a-member') throw error
    return { condition, private: home.private, talk: false }
  }
}

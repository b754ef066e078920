/** Purpose: give groups a home in Discord: a channel with a role of its own, or a thread that there is already. The role says who belongs.
 *
 *  Without the privileged intent GUILD_MEMBERS Discord lists neither who has a role nor who is in a thread; it only answers about one person at a time.
 *  So `membersOf` knows those about whom it is asked, or whom this process gave the role, and checks each. Whoever it does not know is not among them:
 *  they are given the role once more, which harms nobody, and nobody is ever taken out because of it. Plenary's roster is the truth. */
import type { REST } from 'discord.js'
import type { Address } from '../../address.ts'
import { type Home, type Homes, HomeTrouble } from '../../groups/homes-port.ts'
import { isPrivate, letIn, makeLook, wake } from './homes-channel.ts'
import { makeChannel, makeRole, orTakeBack } from './homes-make.ts'
import { makeBelong, oneByOne } from './homes-members.ts'
import { makeHomesAsk } from './homes-trouble.ts'

export type HomeParts = {
  readonly rest: REST
  /** Plenary's own id, once Discord has said it. */
  readonly self: () => string
  /** The token no longer works. */
  readonly refused: () => void
}
export function makeDiscordHomes({ rest, self, refused }: HomeParts): Homes {
  const ask = makeHomesAsk(rest, refused)
  const look = makeLook(ask)
  const belong = makeBelong(ask, self)

  async function eachOf(home: Home, people: readonly Address[], work: (person: Address, thread: boolean) => Promise<void>) {
    const channel = await look(home.address.id)
    if (channel.thread) await wake(ask, channel)
    // Whom a server's own roles let in is not ours to say.
    if (!channel.thread && home.role === undefined && home.private) throw new HomeTrouble('not-allowed')
    return oneByOne(people, person => work(person, channel.thread))
  }

  return {
    async create(space, wish) {
      if (self() === '') throw new HomeTrouble('unreachable')
      const role = await makeRole(ask, space.space, wish.name)
      const id = await orTakeBack(ask, space.space, role, () => makeChannel(ask, space.space, wish, { role, self: self() }))
      return { address: { platform: space.platform, space: space.space, id }, role, private: wish.private }
    },
    async adopt(address, { name }) {
      const channel = await look(address.id)
      if (channel.guild_id !== address.space) throw new HomeTrouble('not-allowed')
      if (channel.thread) await wake(ask, channel)
      const closed = await isPrivate(look, channel)
      const role = await makeRole(ask, address.space, name)
      // To a thread people are added one by one; a private channel must let the role in.
      if (closed && !channel.thread) await orTakeBack(ask, address.space, role, () => letIn(ask, address.id, role))
      return { address, role, private: closed }
    },
    membersOf: async (home, among) => belong.present(home, (await look(home.address.id)).thread, among),
    invite: (home, people) => eachOf(home, people, (person, thread) => belong.bring(home, thread, person)),
    remove: (home, people) => eachOf(home, people, (person, thread) => belong.takeOut(home, thread, person)),
    async describe(home) {
      try {
        // A quiet thread rests by itself after some days, and wakes with the next message; only a locked one is closed.
        return (await look(home.address.id)).thread_metadata?.locked ? 'archived' : 'fine'
      } catch (error) {
        if (error instanceof HomeTrouble && (error.why === 'gone' || error.why === 'not-a-member')) return error.why
        throw error
      }
    },
  }
}

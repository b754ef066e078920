/** Purpose: the contract by which a platform gives groups a home: a channel there (with a role, where the platform has such), and who is in it.
 *
 *  Slack: `create` is conversations.create (a taken name gets a number), `invite` and `remove` are conversations.invite and .kick, a hundred at a time,
 *  `membersOf` is conversations.members, `describe` conversations.info. Discord: a channel or a thread with a role; `invite` and `remove` give and take
 *  the role (and add to the thread), `membersOf` lists who has the role. Plenary itself is never among the members. */
import type { Address, Platform } from '../address.ts'

export type Space = Pick<Address, 'platform' | 'space'>
/** `name` is as people wrote it; each platform makes a name of its own kind out of it. */
export type HomeWish = { readonly name: string; readonly about: string; readonly private: boolean }
export type Home = { readonly address: Address; readonly role: string | undefined; readonly private: boolean }

/** `not-a-member`: the channel is there, and Plenary is not in it. */
export const HOME_CONDITIONS = ['fine', 'gone', 'archived', 'not-a-member'] as const
export type HomeCondition = (typeof HOME_CONDITIONS)[number]

export const HOME_TROUBLES = [
  'not-allowed',
  'name-taken',
  'full',
  'gone',
  'archived',
  'not-a-member',
  'unknown-person',
  'unreachable',
] as const
export type HomeTroubleWhy = (typeof HOME_TROUBLES)[number]
export type Failed = { readonly person: Address; readonly why: HomeTroubleWhy }

/** What a platform refuses as a whole; what fails for one person is in the answer instead. */
export class HomeTrouble extends Error {
  readonly why: HomeTroubleWhy

  constructor(why: HomeTroubleWhy, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

export type Homes = {
  /** @throws HomeTrouble */
  create(space: Space, wish: HomeWish): Promise<Home>
  /** Makes an existing channel a home: finds out whether it is private, makes the role where there is one. @throws HomeTrouble */
  adopt(channel: Address, wish: Pick<HomeWish, 'name' | 'about'>): Promise<Home>
  /** A platform that can't list everybody (Discord without its privileged intent) answers for those in `among`. @throws HomeTrouble */
  membersOf(home: Home, among?: readonly Address[]): Promise<readonly Address[]>
  /** Those who are there already count as done. @returns for whom it failed, and why @throws HomeTrouble */
  invite(home: Home, people: readonly Address[]): Promise<readonly Failed[]>
  /** Those who are not there count as done. @returns for whom it failed, and why @throws HomeTrouble */
  remove(home: Home, people: readonly Address[]): Promise<readonly Failed[]>
  describe(home: Home): Promise<HomeCondition>
}

/** Which platforms give homes; each adds itself when it starts. */
export type HomesBook = { offer(platform: Platform, homes: Homes): void; at(platform: Platform): Homes | undefined }

export function makeHomesBook(): HomesBook {
  const book = new Map<Platform, Homes>()
  return { offer: (platform, homes) => void book.set(platform, homes), at: platform => book.get(platform) }
}

/** Purpose: a platform that gives groups homes, in memory, and can be told to fail for some people or as a whole. */
import { type Address, formatAddress } from '../../src/address.ts'
import { type HomeCondition, type Homes, HomeTrouble, type HomeTroubleWhy } from '../../src/groups/homes-port.ts'

export type FakeHomes = Homes & {
  readonly channels: Map<string, Set<string>>
  condition: HomeCondition
  trouble: HomeTroubleWhy | undefined
  readonly unknownPeople: Set<string>
  put(channel: Address, person: Address): void
}

export function makeFakeHomes(): FakeHomes {
  const channels = new Map<string, Set<string>>()
  const peopleIn = (address: Address) => channels.get(formatAddress(address)) ?? new Set<string>()
  const known = new Map<string, Address>()
  const self: FakeHomes = {
    channels,
    condition: 'fine',
    trouble: undefined,
    unknownPeople: new Set(),
    put(channel, person) {
      known.set(formatAddress(person), person)
      channels.set(formatAddress(channel), peopleIn(channel).add(formatAddress(person)))
    },
    async create({ platform, space }, { name, private: closed }) {
      refuse()
      const address = { platform, space, id: name.toLowerCase().replaceAll(' ', '-') }
      channels.set(formatAddress(address), new Set())
      return { address, role: undefined, private: closed }
    },
    async adopt(address) {
      refuse()
      return { address, role: undefined, private: false }
    },
    async membersOf({ address }) {
      refuse()
      return [...peopleIn(address)].flatMap(key => known.get(key) ?? [])
    },
    async invite({ address }, people) {
      refuse()
      const failed = people.filter(({ id }) => self.unknownPeople.has(id))
      for (const person of people) if (!failed.includes(person)) self.put(address, person)
      return failed.map(person => ({ person, why: 'unknown-person' as const }))
    },
    async remove({ address }, people) {
      refuse()
      for (const person of people) peopleIn(address).delete(formatAddress(person))
      return []
    },
    describe: async () => self.condition,
  }
  const refuse = () => {
    if (self.trouble) throw new HomeTrouble(self.trouble)
  }
  return self
}

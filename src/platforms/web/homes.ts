/** Purpose: give groups a home in the web chat: a channel each, and who belongs to it as rows. */
import type { Address } from '../../address.ts'
import type { Database } from '../../database/open.ts'
import { type Home, type Homes, HomeTrouble } from '../../groups/homes-port.ts'
import { addChannel, addPeople, findChannel, peopleIn, removePeople } from './channels-store.ts'

const MAX_NAME = 60
/** Channels of the same name get a number, as long as that helps to tell them apart. */
const MAX_NUMBER = 20

export const makeWebHomes = (db: Database): Homes => ({
  async create({ platform, space }, { name, private: closed }) {
    for (let number = 1; number <= MAX_NUMBER; number++) {
      const id = number === 1 ? channelId(name) : `${channelId(name)}-${number}`
      if (await addChannel(db, { id, name: id, closed })) return { address: { platform, space, id }, role: undefined, private: closed }
    }
    throw new HomeTrouble('name-taken')
  },
  async adopt(address) {
    const found = await findChannel(db, address.id)
    if (!found) throw new HomeTrouble('gone')
    return { address, role: undefined, private: found.private }
  },
  membersOf: async ({ address: { platform, space, id } }) => (await peopleIn(db, id)).map(person => ({ platform, space, id: person })),
  async invite({ address }, people) {
    await mustExist(db, address)
    await addPeople(db, address.id, idsOf(people))
    return []
  },
  async remove({ address }, people) {
    await removePeople(db, address.id, idsOf(people))
    return []
  },
  describe: async ({ address }: Home) => ((await findChannel(db, address.id)) ? 'fine' : 'gone'),
})

const idsOf = (people: readonly Address[]) => people.map(({ id }) => id)

async function mustExist(db: Database, { id }: Address) {
  if (!(await findChannel(db, id))) throw new HomeTrouble('gone')
}

/** Small letters of any script, digits and hyphens, so that it also fits an address. */
const channelId = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.join('-')
    .slice(0, MAX_NAME) ?? 'group'

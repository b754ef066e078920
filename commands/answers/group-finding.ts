/** Purpose: `/group list`, `show` and `map`: which groups there are, for whom, and how many people in them. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { hidden, number, optional, words } from '../../src/command-kit/options.ts'
import type { Listed } from '../../src/groups/finding.ts'
import type { Region } from '../../src/groups/picturing.ts'
import type { Button, Picture, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { countWords, fullCard, listCard } from './group-card.ts'
import { groupWords, listButton, noGroups, proposeButton, withGroup } from './group-choosing.ts'

const PAGE = 6
const BARS = 20

export const list = defineAction({
  summary: 'group.list.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['', 'europe'],
  options: {
    about: optional(words('group.option.about', { maxLength: 80 })),
    page: hidden(optional(number('option.page', { max: 10_000 }))),
  },
  async run(context, { about, page = 1 }) {
    const { groups, person, say } = context
    const found = await groups.list(person.coalition, about, (page - 1) * PAGE, PAGE)
    if (found.total === 0)
      return about === undefined ? noGroups(context) : withGroup(context, about, 'group show', id => showGroup(context, id))
    const pages = Math.ceil(found.total / PAGE)
    if (page > pages) throw new UserError('group.no-such-page', { page, pages })
    return {
      text: say('group.listed', { total: found.total, page, pages }),
      cards: found.page.map(listed => listCard(context, listed)),
      buttons: [
        ...pageButtons(context, 'group list', about === undefined ? {} : { about }, page, pages),
        mapButton(context),
        proposeButton(context, {}),
      ],
      ...(page > 1 && { instead: true as const }),
    }
  },
})

export const show = defineAction({
  summary: 'group.show.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) => withGroup(context, group, 'group show', id => showGroup(context, id)),
})

export const map = defineAction({
  summary: 'group.map.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: [''],
  options: {},
  async run(context) {
    const { groups, person, say, label } = context
    const { page } = await groups.list(person.coalition, undefined, 0, 1000)
    if (page.length === 0) return noGroups(context)
    const most = page.toSorted((one, other) => peopleIn(other) - peopleIn(one)).slice(0, BARS)
    const png = groups.bars(most, label('group.picture'), person.language)
    const alt = most.map(listed => `${groups.name(listed.group, person.language)}: ${countWords(context, listed)}`).join('; ')
    return {
      text: say('group.pictured', { total: page.length }),
      pictures: [...(await worldMap(context)), { name: 'groups.png', png, alt: `${label('group.picture')}: ${alt}` }],
      buttons: [listButton(context)],
    }
  },
})

async function worldMap({ groups, person, label }: Context): Promise<Picture[]> {
  const words = { title: label('group.map'), members: label('group.map-members'), interested: label('group.map-interested') }
  const map = await groups.map(person.coalition, words, person.language)
  if (!map) return []
  const counts = ({ members, interested }: Region) => [
    ...(members > 0 ? [label('group.count-members', { count: members })] : []),
    ...(interested > 0 ? [label('group.map-count-interested', { count: interested })] : []),
  ]
  const alt = map.regions.map(region => `${region.label}: ${counts(region).join(', ')}`).join('; ')
  return [{ name: 'map.png', png: map.png, alt: `${words.title}: ${alt}` }]
}

const peopleIn = ({ group, counts }: Listed) => (group.state === 'proposed' ? counts.interested : counts.members)

export async function showGroup(context: Context, id: number): Promise<Reply> {
  const { groups, person, say } = context
  const view = await groups.view(person, id)
  const name = groups.name(view.group, person.language)
  return {
    text: say('group.shown', { name, count: countWords(context, view) }),
    cards: [fullCard(context, view, await groups.nextDates(person, view.group))],
  }
}

const mapButton = ({ label }: Context): Button => ({ label: label('group.do-map'), command: 'group map' })

export const pageButtons = (
  { label }: Context,
  command: string,
  options: Readonly<Record<string, string>>,
  page: number,
  pages: number,
): Button[] => [
  ...(page > 1 ? [{ label: label('search.previous'), command, options: { ...options, page: String(page - 1) } }] : []),
  ...(page < pages ? [{ label: label('search.next'), command, options: { ...options, page: String(page + 1) } }] : []),
]

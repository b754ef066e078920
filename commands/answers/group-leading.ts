/** Purpose: `/group seats` and what belongs to it: who coordinates, hands over, accepts, stays, leaves; and a group's own settings. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, hidden, line, number, optional, paragraph } from '../../src/command-kit/options.ts'
import { groupRef } from '../../src/groups/group.ts'
import type { Candidate } from '../../src/groups/leading.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import { press } from './group-card.ts'
import { groupLine, groupWords, withGroup } from './group-choosing.ts'
import { pageButtons, showGroup } from './group-finding.ts'
import { readRules, rulesOption } from './group-rules.ts'

const PAGE = 6
const yesNo = (value: string) => (value === 'yes' ? 'word.yes' : 'word.no')

const ASKED_AS = ['successor', 'coordinator', 'deputy', 'offer'] as const

export const seats = defineAction({
  summary: 'group.seats.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: {
    group: groupWords,
    page: hidden(optional(number('option.page', { max: 100_000 }))),
    member: hidden(optional(number('group.option.member'))),
    as: hidden(optional(choice('group.option.as', ASKED_AS, () => 'group.option.as'))),
  },
  run: (context, { group, page = 1, member, as = 'coordinator' }) =>
    withGroup(context, group, 'group seats', id =>
      member === undefined ? candidatesReply(context, id, page) : askReply(context, id, member, as),
    ),
})

async function candidatesReply(context: Context, id: number, page: number): Promise<Reply> {
  const found = await context.groups.candidates(context.person, id, (page - 1) * PAGE, PAGE)
  const name = context.groups.name(found.group, context.person.language)
  const ref = groupRef(id)
  return {
    text: context.say(found.total === 0 ? 'group.seats-nobody' : 'group.seats-listed', { name, total: found.total }),
    cards: found.list.map(candidate => candidateCard(context, ref, candidate)),
    buttons: [
      ...pageButtons(context, 'group seats', { group: ref }, page, Math.ceil(found.total / PAGE)),
      press(context, 'group resign', 'group.do-resign', { id }),
    ],
    ...(page > 1 && { instead: true as const }),
  }
}

function candidateCard({ label }: Context, group: string, { member, address, seat, conditional }: Candidate): Card {
  const button = (key: Parameters<typeof label>[0], as: string): Button => ({
    label: label(key),
    command: 'group seats',
    options: { group, member: String(member), as },
  })
  return {
    title: [{ person: address }],
    note: label(
      seat === 'member' ? 'group.part.member' : seat === 'offer' && conditional ? 'group.seat.offer-conditional' : `group.seat.${seat}`,
    ),
    buttons:
      seat === 'offer'
        ? [...(conditional ? [] : [{ ...button('group.do-accept-offer', 'offer'), look: 'primary' as const }])]
        : [
            button('group.do-ask-hand-over', 'successor'),
            button('group.do-ask-coordinator', 'coordinator'),
            button('group.do-ask-deputy', 'deputy'),
          ],
  }
}

async function askReply({ groups, person, say }: Context, id: number, member: number, as: (typeof ASKED_AS)[number]): Promise<Reply> {
  const done =
    as === 'offer'
      ? await groups.acceptOffer(person, id, member)
      : await groups.ask(person, id, member, as === 'deputy' ? 'deputy' : 'coordinator', as === 'successor')
  return { text: say(!done ? 'group.ask-gone' : as === 'offer' ? 'group.offer-accepted' : 'group.asked'), instead: true }
}

/** A deed with one button and one sentence for each way it can go. */
const oneStep = (
  name: 'accept' | 'decline' | 'still' | 'resign',
  act: (context: Context, id: number) => Promise<'yes' | 'deputy' | 'no'>,
  sentences: Readonly<Record<'yes' | 'deputy' | 'no', Parameters<Context['say']>[0]>>,
) =>
  defineAction({
    summary: `group.${name}.summary`,
    whoCanUse: 'member',
    examples: ['europe'],
    options: { group: groupWords },
    run: (context, { group }) =>
      withGroup(context, group, `group ${name}`, async id => {
        const outcome = await act(context, id)
        const shown = await showGroup(context, id)
        return { text: context.say(sentences[outcome], { name: nameIn(shown) }), ...(shown.cards && { cards: shown.cards }) }
      }),
  })

const nameIn = ({ cards = [] }: Reply) => {
  const title = cards[0]?.title
  return typeof title === 'string' ? title : ''
}

export const accept = oneStep(
  'accept',
  async ({ groups, person }, id) => {
    const seat = await groups.accept(person, id)
    return seat === 'deputy' ? 'deputy' : seat ? 'yes' : 'no'
  },
  { yes: 'group.accepted', deputy: 'group.accepted-deputy', no: 'group.not-asked' },
)

export const decline = oneStep('decline', async ({ groups, person }, id) => ((await groups.decline(person, id)) ? 'yes' : 'no'), {
  yes: 'group.declined',
  deputy: 'group.declined',
  no: 'group.not-asked',
})

export const still = oneStep('still', async ({ groups, person }, id) => ((await groups.still(person, id)) ? 'yes' : 'no'), {
  yes: 'group.still-yes',
  deputy: 'group.still-yes',
  no: 'group.no-seat',
})

export const resign = oneStep('resign', async ({ groups, person }, id) => ((await groups.resign(person, id)) ? 'yes' : 'no'), {
  yes: 'group.resigned',
  deputy: 'group.resigned',
  no: 'group.no-seat',
})

export const beShown = defineAction({
  summary: 'group.be-shown.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords, shown: optional(choice('group.option.shown', ['yes', 'no'], yesNo)) },
  run: (context, { group, shown = 'yes' }) =>
    withGroup(
      context,
      group,
      'group be-shown',
      async id => {
        const done = await context.groups.show(context.person, id, shown === 'yes')
        if (!done) return { text: context.say('group.no-seat') }
        const other = shown === 'yes' ? 'no' : 'yes'
        return {
          text: context.say(shown === 'yes' ? 'group.shown-now' : 'group.hidden-now'),
          buttons: [
            {
              label: context.label(other === 'yes' ? 'group.do-be-shown' : 'group.do-be-hidden'),
              command: 'group be-shown',
              options: { group: groupRef(id), shown: other },
            },
          ],
        }
      },
      { shown },
    ),
})

export const edit = defineAction({
  summary: 'group.edit.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    group: groupLine,
    name: optional(line('group.option.name')),
    purpose: optional(paragraph('group.option.purpose')),
    rules: rulesOption,
  },
  asks: ['group', 'name', 'purpose', 'rules'],
  run: (context, { group, name, purpose, rules }) =>
    withGroup(context, group, 'group edit', async id => {
      const edited = await context.groups.edit(context.person, id, {
        ...(name !== undefined && { name }),
        ...(purpose !== undefined && { purpose }),
        ...(rules !== undefined && readRules(rules)),
      })
      const shown = await showGroup(context, id)
      return { ...shown, text: context.say('group.edited', { name: context.groups.name(edited, context.person.language) }) }
    }),
})

export const rest = defineAction({
  summary: 'group.rest.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) =>
    withGroup(context, group, 'group rest', async id => {
      const rested = await context.groups.rest(context.person, id)
      const name = context.groups.name(rested, context.person.language)
      return { text: context.say('group.rested', { name }), buttons: [press(context, 'group launch', 'group.do-wake', rested)] }
    }),
})

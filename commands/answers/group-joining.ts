/** Purpose: `/group join`, `leave`, `requests` and `people`: who belongs to a group, and who may see that. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, hidden, number, optional } from '../../src/command-kit/options.ts'
import { groupRef } from '../../src/groups/group.ts'
import type { Joined, Names } from '../../src/groups/joining.ts'
import type { Reply, Text } from '../../src/reply.ts'
import { press } from './group-card.ts'
import { groupWords, withGroup } from './group-choosing.ts'
import { pageButtons } from './group-finding.ts'

const PAGE = 8
const page = hidden(optional(number('option.page', { max: 100_000 })))

export const join = defineAction({
  summary: 'group.join.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) =>
    withGroup(context, group, 'group join', async id => joinReply(context, await context.groups.join(context.person, id))),
})

function joinReply(context: Context, { group, outcome, trouble }: Joined): Reply {
  const { say, groups, person } = context
  const name = groups.name(group, person.language)
  if (outcome === 'gathers-interest')
    return { text: say('group.gathers', { name }), buttons: [press(context, 'group interest', 'group.do-interest', group, 'primary')] }
  const said = say(outcome === 'joined' ? 'group.joined' : outcome === 'already' ? 'group.joined-already' : 'group.join-waits', { name })
  return {
    text: lines(say(group.openRoster ? 'group.note-open' : 'group.note'), said, ...(trouble ? [say('group.join-trouble')] : [])),
    buttons: [press(context, 'group leave', 'group.do-leave', group), press(context, 'group show', 'group.do-show', group)],
  }
}

/** Each on a line of its own. */
export const lines = (...texts: readonly Text[]): Text =>
  texts.flatMap((text, at) => [...(at > 0 ? ['\n'] : []), ...(typeof text === 'string' ? [text] : text)])

export const leave = defineAction({
  summary: 'group.leave.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) =>
    withGroup(context, group, 'group leave', async id => {
      const { group: left, outcome } = await context.groups.leave(context.person, id)
      const name = context.groups.name(left, context.person.language)
      const back =
        left.state === 'proposed'
          ? press(context, 'group interest', 'group.do-interest', left)
          : press(context, 'group join', 'group.do-join', left)
      return { text: context.say(outcome === 'left' ? 'group.left' : 'group.left-already', { name }), buttons: [back] }
    }),
})

export const requests = defineAction({
  summary: 'group.requests.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: {
    group: groupWords,
    page,
    member: hidden(optional(number('group.option.member'))),
    admit: hidden(optional(choice('group.option.admit', ['yes', 'no'], value => (value === 'yes' ? 'word.yes' : 'word.no')))),
  },
  run: (context, { group, page: at = 1, member, admit }) =>
    withGroup(context, group, 'group requests', async id => {
      if (member !== undefined) return answerReply(context, id, member, admit === 'yes')
      return namesReply(context, await context.groups.requests(context.person, id, (at - 1) * PAGE, PAGE), 'group requests', at)
    }),
})

async function answerReply(context: Context, id: number, member: number, admit: boolean): Promise<Reply> {
  const answered = await context.groups.answer(context.person, id, member, admit)
  const key = !answered ? 'group.answered-already' : admit ? 'group.admitted' : 'group.turned-down'
  return { text: context.say(key), buttons: [press(context, 'group requests', 'group.do-requests', { id })], instead: true }
}

export const people = defineAction({
  summary: 'group.people.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords, page },
  run: (context, values) =>
    withGroup(context, values.group, 'group people', async id =>
      namesReply(
        context,
        await context.groups.roster(context.person, id, ((values.page ?? 1) - 1) * PAGE, PAGE),
        'group people',
        values.page ?? 1,
      ),
    ),
})

function namesReply(
  context: Context,
  { group, total, people: list }: Names,
  command: 'group requests' | 'group people',
  at: number,
): Reply {
  const { say, label, groups, person } = context
  const name = groups.name(group, person.language)
  const waiting = command === 'group requests'
  if (total === 0) return { text: say(waiting ? 'group.requests-none' : 'group.people-none', { name }) }
  const answer = (member: number, yes: 'yes' | 'no') => ({
    label: label(yes === 'yes' ? 'group.do-admit' : 'group.do-turn-down'),
    command: 'group requests',
    options: { group: groupRef(group.id), member: String(member), admit: yes },
    ...(yes === 'yes' && { look: 'primary' as const }),
  })
  return {
    text: say(waiting ? 'group.requests-listed' : 'group.people-listed', { name, total }),
    cards: list.map(({ member, address }) => ({
      title: [{ person: address }],
      ...(waiting && { buttons: [answer(member, 'yes'), answer(member, 'no')] }),
    })),
    buttons: pageButtons(context, command, { group: groupRef(group.id) }, at, Math.ceil(total / PAGE)),
    ...(at > 1 && { instead: true as const }),
  }
}

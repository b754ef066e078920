/** Purpose: `/group announce` and `arrived`: say something to a whole group, after seeing whom it reaches and how it will look. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { hidden, number, optional, paragraph } from '../../src/command-kit/options.ts'
import type { Drafted } from '../../src/groups/announcing.ts'
import { groupRef } from '../../src/groups/group.ts'
import type { Reply } from '../../src/reply.ts'
import { groupLine, withGroup } from './group-choosing.ts'
import { lines } from './group-joining.ts'

/** One message on every platform. */
const MAX_TEXT = 2000

export const announce = defineAction({
  summary: 'group.announce.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    group: groupLine,
    text: paragraph('group.option.text', { maxLength: MAX_TEXT }),
  },
  asks: ['group', 'text'],
  run: (context, { group, text }) =>
    withGroup(context, group, 'group announce', async id => preview(context, await context.groups.draft(context.person, id, text)), {
      text,
    }),
})

function preview(context: Context, { group, draft, body, people, spaces, homes, homeless }: Drafted): Reply {
  const { say, label, groups, person } = context
  const name = groups.name(group, person.language)
  const fine = homes.filter(({ condition }) => condition === 'fine')
  const broken = homes.filter(({ condition }) => condition !== 'fine')
  const ref = groupRef(group.id)
  return {
    text: lines(
      say('group.reach', { name, people, spaces, channels: fine.length }),
      ...(homeless.length > 0 ? [say('group.reach-homeless', { count: homeless.length })] : []),
      ...broken.map(({ address, condition }) =>
        say('group.reach-broken', { platform: address.platform, condition: label(`home-condition.${condition}`) }),
      ),
    ),
    cards: [{ title: label('group.announcement', { name }), text: body }],
    buttons: [
      ...(fine.length > 0
        ? [
            {
              label: label('group.do-send', { channels: fine.length }),
              command: 'group arrived',
              options: { draft: String(draft), send: '1' },
              look: 'primary' as const,
            },
          ]
        : [{ label: label('group.do-home'), command: 'group home', options: { group: ref } }]),
      { label: label('group.do-rewrite'), command: 'group announce', options: { group: ref, text: body }, form: true as const },
    ],
  }
}

export const arrived = defineAction({
  summary: 'group.arrived.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    draft: hidden(optional(number('group.option.draft', { max: 2_000_000_000 }))),
    send: hidden(optional(number('group.option.draft', { max: 1 }))),
  },
  async run(context, { draft, send }) {
    const { groups, person, say } = context
    if (draft === undefined) return { text: say('group.arrived-what') }
    const again = { label: context.label('group.do-arrived'), command: 'group arrived', options: { draft: String(draft) } }
    if (send !== undefined) {
      const { channels } = await groups.send(person, draft)
      if (channels !== undefined) return { text: say('group.sent', { channels }), buttons: [again], instead: true }
    }
    const { counts } = await groups.arrived(person, draft)
    const { waiting, sent, failed } = counts
    return {
      text: say('group.arrived', { waiting, sent, failed: failed + (counts.dropped ?? 0) }),
      ...(waiting > 0 && { buttons: [again] }),
      instead: true,
    }
  },
})

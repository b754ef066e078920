/** Purpose: `/group propose`, `interest`, `offer` and `launch`: from a first idea to a working group. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, line, number, optional, paragraph, type Values, words } from '../../src/command-kit/options.ts'
import { type Group, groupRef, THRESHOLD } from '../../src/groups/group.ts'
import type { Interest } from '../../src/groups/starting.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { press } from './group-card.ts'
import { groupWords, withGroup } from './group-choosing.ts'
import { showGroup } from './group-finding.ts'
import { readRules, rulesOption } from './group-rules.ts'
import { completePlace, completeTheme } from './search-options.ts'

const YES_NO = ['no', 'yes'] as const
const yesNo = (about: Parameters<typeof line>[0]) => optional(choice(about, YES_NO, value => (value === 'yes' ? 'word.yes' : 'word.no')))

const proposal = {
  name: optional(words('group.option.name', { maxLength: 300 })),
  region: optional(line('group.option.region', { complete: completePlace(place => place.kind !== 'city'), maxLength: 80 })),
  issue: optional(line('group.option.issue', { complete: completeTheme, maxLength: 80 })),
  purpose: optional(paragraph('group.option.purpose')),
  threshold: optional(number('group.option.threshold', { min: 2, max: 500 })),
  rules: rulesOption,
}

export const propose = defineAction({
  summary: 'group.propose.summary',
  whoCanUse: 'member',
  examples: [''],
  options: proposal,
  asks: ['name', 'region', 'issue', 'purpose', 'rules'],
  async run(context, values) {
    const { group, made } = await context.groups.propose(context.person, { ...readNames(context, values), ...readChoices(values) })
    const name = context.groups.name(group, context.person.language)
    if (!made) return exists(context, group, name)
    return {
      text: context.say('group.proposed', { name, missing: group.threshold - 1 }),
      buttons: [
        { ...press(context, 'group show', 'group.do-share', group), share: true },
        press(context, 'group offer', 'group.do-offer', group),
        press(context, 'group leave', 'group.do-forget-interest', group),
      ],
    }
  },
})

const exists = (context: Context, group: Group, name: string): Reply => ({
  text: context.say('group.exists', { name }),
  buttons: [press(context, 'group show', 'group.do-show', group, 'primary')],
})

const readChoices = ({ purpose = '', threshold = THRESHOLD, rules = 'open' }: Values<typeof proposal>) => ({
  purpose,
  threshold,
  ...readRules(rules),
})

/** A name that is a region or an issue is taken for it: then everybody reads it in their own language. */
function readNames({ library: { places, themes } }: Context, { name, region, issue }: Values<typeof proposal>) {
  const place = region === undefined ? undefined : places.find(region)[0]
  const theme = issue === undefined ? undefined : themes.find(issue)[0]
  if (region !== undefined && !place) throw new UserError('error.place-unknown', { given: region }, { field: 'region' })
  if (issue !== undefined && !theme) throw new UserError('error.theme-unknown', { given: issue }, { field: 'issue' })
  if (name === undefined) return { name, region: place?.id, theme: theme?.id }
  const means = <T extends { readonly names: Readonly<Record<string, string | undefined>> }>(found: T | undefined) =>
    found && Object.values(found.names).some(known => known?.toLowerCase() === name.trim().toLowerCase()) ? found : undefined
  const namedPlace = means(places.find(name)[0])
  const namedTheme = means(themes.find(name)[0])
  if (namedPlace && !place) return { name: undefined, region: namedPlace.id, theme: theme?.id }
  if (namedTheme && !theme) return { name: undefined, region: place?.id, theme: namedTheme.id }
  return { name, region: place?.id, theme: theme?.id }
}

export const interest = defineAction({
  summary: 'group.interest.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) =>
    withGroup(context, group, 'group interest', async id => interestReply(context, await context.groups.interest(context.person, id))),
})

function interestReply(context: Context, { group, outcome, count, missing }: Interest): Reply {
  const name = context.groups.name(group, context.person.language)
  if (outcome === 'works-already') {
    return {
      text: context.say('group.works-already', { name }),
      buttons: [press(context, 'group join', 'group.do-join', group, 'primary')],
    }
  }
  const key = missing > 0 ? (outcome === 'noted' ? 'group.interest-noted' : 'group.interest-already') : 'group.interest-enough'
  return {
    text: [...spans(context.say(key, { name, count, missing })), '\n', ...spans(context.say('group.note-interest'))],
    buttons: [press(context, 'group offer', 'group.do-offer', group), press(context, 'group leave', 'group.do-forget-interest', group)],
  }
}

const spans = (text: Reply['text']) => (typeof text === 'string' ? [text] : text)

export const offer = defineAction({
  summary: 'group.offer.summary',
  whoCanUse: 'member',
  examples: ['europe', 'europe when:interest'],
  options: {
    group: groupWords,
    when: optional(
      choice('group.option.when', ['now', 'interest'], value => (value === 'interest' ? 'group.when.interest' : 'group.when.now')),
    ),
    shown: yesNo('group.option.shown'),
  },
  run: (context, { group, when, shown }) =>
    withGroup(
      context,
      group,
      'group offer',
      async id => {
        const conditional = when === 'interest'
        const offered = await context.groups.offer(context.person, id, { conditional, shown: shown === 'yes' })
        const name = context.groups.name(offered.group, context.person.language)
        if (offered.outcome === 'coordinates') return { text: context.say('group.offer-coordinates', { name }) }
        const ref = groupRef(id)
        const other = conditional
          ? { label: context.label('group.do-offer-firm'), options: { group: ref } }
          : { label: context.label('group.do-offer-if'), options: { group: ref, when: 'interest' } }
        return {
          text: context.say(conditional ? 'group.offered-if' : 'group.offered', { name }),
          buttons: [
            ...(offered.group.state === 'proposed' ? [{ ...other, command: 'group offer' }] : []),
            { label: context.label('group.do-be-shown'), command: 'group be-shown', options: { group: ref, shown: 'yes' } },
            { label: context.label('group.do-take-back'), command: 'group resign', options: { group: ref } },
          ],
        }
      },
      when ? { when } : {},
    ),
})

export const launch = defineAction({
  summary: 'group.launch.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: { group: groupWords },
  run: (context, { group }) =>
    withGroup(context, group, 'group launch', async id => {
      const { group: launched, launched: isNew } = await context.groups.launch(context.person, id)
      const name = context.groups.name(launched, context.person.language)
      const shown = await showGroup(context, id)
      return { ...shown, text: context.say(isNew ? 'group.launched' : 'group.launched-already', { name }) }
    }),
})

/** Purpose: how a group looks: in a list, and in full. Counts for everybody, names only of coordinators who agreed to be shown. */
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Listed, View } from '../../src/groups/finding.ts'
import { type Group, groupRef } from '../../src/groups/group.ts'
import { commaOf } from '../../src/locales/say.ts'
import type { Button, Card, Field, Text } from '../../src/reply.ts'
import { rulesKey, rulesOf } from './group-rules.ts'

/** About two lines on a phone. */
const PREVIEW = 160

export function listCard(context: Context, listed: Listed): Card {
  const { group } = listed
  return {
    id: groupRef(group.id),
    title: context.groups.name(group, context.person.language),
    ...(group.purpose && { text: shorten(group.purpose) }),
    note: `${context.label(`group.state.${group.state}`)} · ${countWords(context, listed)}`,
    buttons: [press(context, 'group show', 'group.do-show', group), ...mainButton(context, group)],
  }
}

const mainButton = (context: Context, group: Group): Button[] => {
  if (!atLeast(context.person.role, 'member')) return []
  return [
    group.state === 'proposed'
      ? press(context, 'group interest', 'group.do-interest', group)
      : press(context, 'group join', 'group.do-join', group),
  ]
}

export function countWords({ label }: Context, { group, counts }: Pick<Listed, 'group' | 'counts'>): string {
  const missing = Math.max(0, group.threshold - counts.interested)
  return group.state === 'proposed'
    ? label('group.count-interested', { count: counts.interested, missing })
    : label('group.count-members', { count: counts.members })
}

export function fullCard(context: Context, view: View, dates: readonly Text[]): Card {
  const { group, standing } = view
  const { say } = context
  return {
    id: groupRef(group.id),
    title: context.groups.name(group, context.person.language),
    ...(group.purpose && { text: group.purpose }),
    fields: fieldsOf(context, view, dates),
    // Whoever could join reads who would see what before they press the button.
    ...(standing.part !== 'member' && { note: say(group.openRoster ? 'group.note-open' : 'group.note') }),
    buttons: buttonsFor(context, view),
  }
}

function fieldsOf(context: Context, view: View, dates: readonly Text[]): Field[] {
  const { label } = context
  const { group } = view
  const fields: [string, Text][] = [
    [label('group.field-state'), label(`group.state.${group.state}`)],
    [label('group.field-people'), countWords(context, view)],
    [label('group.field-coordination'), coordination(context, view)],
    [label('group.field-homes'), homeWords(context, view)],
    [label('group.field-dates'), dates.flatMap((date, at) => [...(at > 0 ? ['\n'] : []), ...(typeof date === 'string' ? [date] : date)])],
    [label('group.field-rules'), rulesOf(group) === 'open' ? '' : label(rulesKey(rulesOf(group)))],
    [label('group.field-you'), yourWords(context, view)],
  ]
  return fields.filter(([, value]) => value.length > 0).map(([name, value]) => ({ label: name, value }))
}

function coordination({ label }: Context, { shown, coordinators, deputies, offers, group }: View): Text {
  const named = shown.flatMap((person, at) => [...(at > 0 ? [', '] : []), { person }])
  const counted = [
    ...(coordinators > shown.length ? [label('group.coordinators', { count: coordinators - shown.length })] : []),
    ...(deputies > 0 ? [label('group.deputies')] : []),
    ...(offers.firm > 0 ? [label('group.offers', { count: offers.firm })] : []),
    ...(offers.conditional > 0 ? [label('group.offers-conditional', { count: offers.conditional })] : []),
    ...(coordinators === 0 && offers.firm + offers.conditional === 0
      ? [label(group.state === 'proposed' ? 'group.nobody-offers' : 'group.seat-open')]
      : []),
  ].join(' · ')
  return named.length > 0 && counted !== '' ? [...named, ' · ', counted] : named.length > 0 ? named : counted
}

const PLATFORM_NAMES = { slack: 'Slack', discord: 'Discord', web: 'Web' }
function homeWords({ label, person }: Context, { homes }: View): string {
  return homes
    .map(
      ({ address, condition }) =>
        PLATFORM_NAMES[address.platform] + (condition === 'fine' ? '' : ` (${label(`home-condition.${condition}`)})`),
    )
    .join(commaOf(person.language))
}

function yourWords({ label, person }: Context, { standing: { part, seats, conditional } }: View): string {
  const seatWords = seats.map(seat => label(seat === 'offer' && conditional ? 'group.seat.offer-conditional' : `group.seat.${seat}`))
  return [...(part ? [label(`group.part.${part}`)] : []), ...seatWords].join(commaOf(person.language))
}

function buttonsFor(context: Context, { group, standing: { part, seats }, counts, coordinators }: View): Button[] {
  const has = (seat: (typeof seats)[number]) => seats.includes(seat)
  const leads = has('coordinator') || has('deputy')
  const gathered = group.reachedAt !== undefined || counts.interested >= group.threshold
  const launches = has('coordinator') || (has('offer') && !group.sensitive && gathered) || atLeast(context.person.role, 'coordinator')
  const asked = has('asked-coordinator') || has('asked-deputy')
  const button = (yes: boolean, command: string, label: Parameters<Context['label']>[0], look?: 'primary') =>
    yes ? [press(context, command, label, group, look)] : []
  if (!atLeast(context.person.role, 'member')) return [press(context, 'group list', 'group.do-list', undefined)]
  return [
    ...button(asked, 'group accept', 'group.do-accept', 'primary'),
    ...button(group.state === 'proposed' && part === undefined, 'group interest', 'group.do-interest', 'primary'),
    ...button(group.state !== 'proposed' && part !== 'member', 'group join', 'group.do-join', 'primary'),
    ...button(group.state !== 'active' && launches, 'group launch', 'group.do-launch', 'primary'),
    ...button(coordinators === 0 && !has('offer'), 'group offer', 'group.do-offer'),
    ...button(leads, 'group announce', 'group.do-announce').map(one => ({ ...one, form: true as const })),
    ...button(leads && counts.waiting > 0, 'group requests', 'group.do-requests'),
    ...button(leads || (group.openRoster && part === 'member'), 'group people', 'group.do-people'),
    ...button(has('coordinator'), 'group seats', 'group.do-seats'),
    ...button(leads, 'group sync', 'group.do-sync'),
    ...button(part !== undefined || seats.length > 0, 'group leave', part === 'interested' ? 'group.do-forget-interest' : 'group.do-leave'),
  ]
}

export const press = (
  { label }: Pick<Context, 'label'>,
  command: string,
  key: Parameters<Context['label']>[0],
  group: Pick<Group, 'id'> | undefined,
  look?: 'primary' | 'danger',
): Button => ({ label: label(key), command, ...(group && { options: { group: groupRef(group.id) } }), ...(look && { look }) })

const shorten = (text: string) => ([...text].length > PREVIEW ? `${[...text].slice(0, PREVIEW - 1).join('')}…` : text)

/** Purpose: `/group home` and `sync`: the channels that a group lives in, and a plan of who should be in them before anything is done. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, hidden, number, optional } from '../../src/command-kit/options.ts'
import { groupRef, MANY_TO_REMOVE } from '../../src/groups/group.ts'
import type { Failed } from '../../src/groups/homes-port.ts'
import type { HomePlan, Housed } from '../../src/groups/living.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { groupWords, withGroup } from './group-choosing.ts'
import { lines } from './group-joining.ts'

const HOW = ['here', 'public', 'private', 'none'] as const

export const home = defineAction({
  summary: 'group.home.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: {
    group: groupWords,
    make: optional(choice('group.option.make', HOW, value => `group.make.${HOW.find(how => how === value) ?? 'here'}`)),
  },
  run: (context, { group, make }) => withGroup(context, group, 'group home', id => settle(context, id, make), make ? { make } : {}),
})

async function settle(context: Context, id: number, make: (typeof HOW)[number] | undefined): Promise<Reply> {
  const { groups, person, place, say, label } = context
  if (make === undefined) {
    const ways = place.private ? HOW.slice(1) : HOW
    return {
      text: say('group.home-how'),
      buttons: ways.map(how => ({ label: label(`group.make.${how}`), command: 'group home', options: { group: groupRef(id), make: how } })),
    }
  }
  if (make === 'none') {
    const { dropped } = await groups.dropHome(person, id)
    return { text: say(dropped ? 'group.home-dropped' : 'group.home-none') }
  }
  if (make === 'here' && place.private) throw new UserError('group.home-not-private')
  return housed(
    context,
    make === 'here' ? await groups.setHome(person, id, place.address) : await groups.makeHome(person, id, make === 'private'),
  )
}

function housed(context: Context, { group, outcome, failed }: Housed): Reply {
  const name = context.groups.name(group, context.person.language)
  const said = context.say(outcome === 'already' ? 'group.home-already' : 'group.home-set', { name })
  return { text: lines(said, ...failures(context, failed)), buttons: [syncButton(context, groupRef(group.id), {}, 'group.do-sync')] }
}

/** How many could not be brought, by reason; who they are is seen where names may be seen. */
function failures({ say, label }: Context, failed: readonly Failed[]) {
  const reasons = [...new Set(failed.map(({ why }) => why))]
  return reasons.map(why => say('group.failed-for', { count: failed.filter(one => one.why === why).length, why: label(`home-why.${why}`) }))
}

const syncButton = (
  { label }: Context,
  group: string,
  options: Readonly<Record<string, string>>,
  key: Parameters<Context['label']>[0],
  count = 0,
  look?: 'primary' | 'danger',
): Button => ({ label: label(key, { count }), command: 'group sync', options: { group, ...options }, ...(look && { look }) })

export const sync = defineAction({
  summary: 'group.sync.summary',
  whoCanUse: 'member',
  examples: ['europe'],
  options: {
    group: groupWords,
    go: hidden(optional(choice('group.option.go', ['yes'], () => 'word.yes'))),
    remove: hidden(optional(number('group.option.remove', { max: 100_000 }))),
    sure: hidden(optional(choice('group.option.go', ['yes'], () => 'word.yes'))),
  },
  run: (context, { group, go, remove = 0, sure }) =>
    withGroup(context, group, 'group sync', id => {
      if (!go) return showPlan(context, id)
      if (remove > MANY_TO_REMOVE && !sure) return askAgain(context, id, remove)
      return carryOut(context, id, remove)
    }),
})

async function showPlan(context: Context, id: number): Promise<Reply> {
  const { say } = context
  const { group, plans } = await context.groups.plan(context.person, id)
  const name = context.groups.name(group, context.person.language)
  if (plans.length === 0) return { text: say('group.sync-no-home', { name }), buttons: [homeButton(context, id)] }
  const missing = sum(plans, plan => plan.missing.length)
  const extra = sum(plans, plan => plan.extra.length)
  const ref = groupRef(id)
  return {
    text: say(missing + extra === 0 ? 'group.sync-nothing' : 'group.sync-plan', { name, missing, extra }),
    cards: plans.map(plan => planCard(context, plan)),
    buttons: [
      ...(missing > 0 ? [syncButton(context, ref, { go: 'yes' }, 'group.do-invite', missing, 'primary')] : []),
      ...(extra > 0 ? [syncButton(context, ref, { go: 'yes', remove: String(extra) }, 'group.do-remove', extra, 'danger')] : []),
    ],
  }
}

function planCard({ label, say }: Context, { home: { address }, missing, extra, trouble }: HomePlan): Card {
  return {
    title: label('group.home-in', { platform: address.platform }),
    text: trouble ? say(`home-trouble.${trouble}`) : say('group.sync-line', { missing: missing.length, extra: extra.length }),
  }
}

const askAgain = (context: Context, id: number, remove: number): Reply => ({
  text: context.say('group.sync-sure', { count: remove }),
  buttons: [
    syncButton(context, groupRef(id), { go: 'yes', remove: String(remove), sure: 'yes' }, 'group.do-remove-surely', remove, 'danger'),
    syncButton(context, groupRef(id), { go: 'yes' }, 'group.do-invite-only'),
  ],
  instead: true,
})

async function carryOut(context: Context, id: number, remove: number): Promise<Reply> {
  const { group, plans, invited, removed, failed } = await context.groups.sync(context.person, id, remove)
  const grown = remove > 0 && removed === 0 && sum(plans, plan => plan.extra.length) > remove
  const name = context.groups.name(group, context.person.language)
  return {
    text: lines(
      context.say('group.synced', { name, invited, removed }),
      ...(grown ? [context.say('group.sync-grown')] : []),
      ...failures(context, failed),
    ),
    buttons: [syncButton(context, groupRef(id), {}, 'group.do-sync')],
    instead: true,
  }
}

const homeButton = ({ label }: Context, id: number): Button => ({
  label: label('group.do-home'),
  command: 'group home',
  options: { group: groupRef(id) },
  look: 'primary',
})

const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)

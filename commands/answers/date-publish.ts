/** Purpose: `/date publish`, `unpublish` and `file`: a date as an event of Discord, and as a file for one's own calendar. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Outcome, Outlook, Published } from '../../src/calendar/events.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import type { Button, Field, Reply, Text } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { dateRef, findDate } from './date-options.ts'

export const publish = defineAction({
  summary: 'date.publish.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march'],
  options: { date: dateRef },
  run: async (context, { date }) => publishDate(context, await findDate(context, date)),
})

export const unpublish = defineAction({
  summary: 'date.unpublish.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march'],
  options: { date: dateRef },
  run: async (context, { date }) => takeBack(context, await findDate(context, date)),
})

/** A file and not an address: it needs no secret, and works where nobody outside reaches the web chat. */
export const file = defineAction({
  summary: 'date.file.summary',
  whoCanUse: 'guest',
  examples: ['21-march'],
  options: { date: dateRef },
  async run(context, { date }) {
    const { calendar, person, say } = context
    const found = await findDate(context, date)
    const text = calendar.feeds.fileOf(found, person.language)
    return {
      text: say('event.file', { title: calendar.dates.titleOf(found, person.language) }),
      files: [{ name: `${found.ref}.ics`, type: 'text/calendar', bytes: new TextEncoder().encode(text) }],
    }
  },
})

async function publishDate(context: Context, date: CalendarDate): Promise<Reply> {
  const { calendar, person, say, label } = context
  const title = calendar.dates.titleOf(date, person.language)
  if (date.onlyFor !== undefined) throw new UserError('event.own', { title })
  if (date.state === 'hidden') throw new UserError('event.hidden', { title })
  if ((await calendar.events.places(person)).length === 0)
    return {
      text: say('event.nowhere', { title }),
      buttons: [fileButton(context, date), { label: label('event.button.feed'), command: 'date feed' }],
    }
  const outlook = calendar.events.outlook(person, date)
  if (!outlook) throw new UserError('event.over', { title })
  return told(context, date, outlook, await calendar.events.publish(person, date))
}

/** What failed is said for itself only where nothing succeeded. */
async function told(context: Context, date: CalendarDate, outlook: Outlook, outcomes: readonly Outcome[]): Promise<Reply> {
  const { calendar, person, say, label } = context
  const title = calendar.dates.titleOf(date, person.language)
  const there = outcomes.filter(({ followed }) => followed === 'there')
  const kept = (await calendar.dates.find(person, date.ref)) ?? date
  const back = unpublishButton(context, kept)
  if (there.length > 0) {
    const field = await eventField(context, kept)
    return {
      text: say(there.length === 1 ? 'event.published' : 'event.published-all', { title, count: there.length }),
      cards: [
        {
          id: date.ref,
          title,
          fields: [whenField(context, date, outlook), ...field],
          note: noteOf(context, date, outlook),
          buttons: [back],
        },
      ],
    }
  }
  const why = outcomes[0]?.followed ?? 'refused'
  if (why === 'unreachable') return { text: say('event.waiting', { title }), buttons: [back] }
  if (why === 'over') throw new UserError('event.over', { title })
  if (why === 'not-allowed' || why === 'full' || why === 'space-gone' || why === 'refused')
    throw new UserError(`event-trouble.${why}`, {}, { buttons: [{ ...publishButton(context, date), label: label('event.button.again') }] })
  return { text: say('event.busy', { title }) }
}

const whenField = ({ calendar, person, label }: Context, date: CalendarDate, { on }: Outlook): Field => ({
  label: label('date.field.when'),
  value: calendar.words.whenInWords(date, on, person.language),
})

function noteOf({ calendar, person, label }: Context, date: CalendarDate, { on, repeats, zone }: Outlook): string {
  const rule = calendar.words.ruleInWords(date, person.language)
  const day = calendar.words.dayInWords(on, person.language)
  const followed =
    rule === undefined ? label('event.once') : repeats ? label('event.repeats', { rule }) : label('event.renews', { rule, day })
  return date.at ? followed : `${followed} ${label('event.whole-day', { zone })}`
}

async function takeBack(context: Context, date: CalendarDate): Promise<Reply> {
  const { calendar, person, say } = context
  const title = calendar.dates.titleOf(date, person.language)
  const outcomes = await calendar.events.takeBack(person, date)
  const again = publishButton(context, date)
  if (outcomes.length === 0) return { text: say('event.not-published', { title }), buttons: [again] }
  const why = outcomes.map(({ followed }) => followed).find(followed => followed !== 'gone' && followed !== 'space-gone')
  if (why === undefined) return { text: say('event.taken-back', { title }), buttons: [again] }
  if (why === 'not-allowed' || why === 'refused') throw new UserError(`event-trouble.${why}`)
  return { text: say('event.taking-back', { title }) }
}

/** On a date's card: where its event is, or why it is not. */
export async function eventField({ calendar, label }: Context, date: CalendarDate): Promise<Field[]> {
  const published = await calendar.events.of(date)
  return published.length === 0
    ? []
    : [{ label: label('event.field'), value: published.flatMap((one, nth) => [nth === 0 ? '' : ' · ', ...stateOf(one, label)]) }]
}

function stateOf({ state, why, link }: Published, label: Context['label']): Exclude<Text, string> {
  if (why) return [label(`event-trouble.${why}`)]
  if (link) return [{ link: label('event.see'), url: link }]
  return [label(state === 'deleted' ? 'event.was-deleted' : state === 'unwanted' ? 'event.goes' : 'event.is-waiting')]
}

/** Offered only where a date can be an event. */
export async function eventButtons(context: Context, date: CalendarDate): Promise<Button[]> {
  const { calendar, person } = context
  if (date.onlyFor !== undefined || (await calendar.events.places(person)).length === 0) return []
  const live = (await calendar.events.of(date)).some(({ state }) => state === 'there' || state === 'wanted')
  return live ? [unpublishButton(context, date)] : calendar.events.outlook(person, date) ? [publishButton(context, date)] : []
}

const publishButton = ({ label }: Context, { ref }: CalendarDate): Button => ({
  label: label('event.button.publish'),
  command: 'date publish',
  options: { date: ref },
})
const unpublishButton = ({ label }: Context, { ref }: CalendarDate): Button => ({
  label: label('event.button.unpublish'),
  command: 'date unpublish',
  options: { date: ref },
})
export const fileButton = ({ label }: Context, { ref }: CalendarDate): Button => ({
  label: label('event.button.file'),
  command: 'date file',
  options: { date: ref },
})

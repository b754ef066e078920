/** Purpose: the calendar: what is coming, and everything one can do with a date. */
import type { Draft } from '../src/calendar/dates.ts'
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, hidden, line, number, optional, paragraph, words } from '../src/command-kit/options.ts'
import { UserError } from '../src/user-error.ts'
import { wholeCard } from './answers/date-card.ts'
import { listHidden, removeDate, restoreDate, skipDay } from './answers/date-changes.ts'
import { answerFeed, FEED_STEPS, FEEDS } from './answers/date-feed.ts'
import { importDates } from './answers/date-import.ts'
import { answerList } from './answers/date-list.ts'
import {
  dateRef,
  findDate,
  findGroup,
  groupOption,
  readChosen,
  readZone,
  regionOption,
  themeOption,
  zoneOption,
} from './answers/date-options.ts'
import { askWhich, readFixed, readWhens, splitLine, whenFields, writeFixed } from './answers/date-when.ts'

const titleOption = line('date.option.title', { maxLength: 150 })
const whenOption = words('date.option.when', { maxLength: 150 })
const about = optional(paragraph('date.option.about', { maxLength: 1000 }))
const link = optional(line('date.option.link', { maxLength: 500 }))
const fixed = hidden(optional(line('date.option.when')))
const yes = hidden(optional(line('date.option.date', { maxLength: 5 })))
const detail = { about, link, region: regionOption, theme: themeOption, group: groupOption, zone: zoneOption, fixed }

const list = defineAction({
  summary: 'date.list.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['', 'theme:gender', 'region:europe'],
  options: { region: regionOption, theme: themeOption, group: groupOption, page: hidden(optional(number('option.page', { max: 1000 }))) },
  run: async (context, { page, ...values }) => answerList(context, await readChosen(context, values), given(values), page),
})

const show = defineAction({
  summary: 'date.show.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['21-march'],
  options: { date: dateRef },
  async run(context, { date }) {
    const { calendar, person, say } = context
    const found = await findDate(context, date)
    const title = calendar.dates.titleOf(found, person.language)
    const practices = calendar.fitting({ date: found, on: found.startsOn }, person.language)
    return {
      text: say('date.shown', { title }),
      cards: [wholeCard(context, found)],
      buttons: practices.map(({ id, title }) => ({ label: `${id} ${title}`.slice(0, 75), command: 'library get', options: { id } })),
    }
  },
})

const add = defineAction({
  summary: 'date.add.summary',
  whoCanUse: 'coordinator',
  examples: ['21 March every year Day against racism', '"Members’ meeting" second Tuesday of the month at 18:00'],
  options: { title: titleOption, when: whenOption, ...detail },
  asks: ['title', 'when', 'about', 'link', 'theme'],
  run(context, values) {
    const said = values.fixed === undefined ? { ...values, ...splitLine(context, values, readZone(context, values.zone)) } : values
    return confirm(context, 'date add', said, said)
  },
})

const edit = defineAction({
  summary: 'date.edit.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march title:"Our day against racism"'],
  options: { date: dateRef, title: optional(titleOption), when: optional({ ...whenOption, kind: 'line' }), ...detail },
  asks: ['title', 'when', 'about', 'link'],
  async run(context, values) {
    const date = await findDate(context, values.date)
    return confirm(
      context,
      'date edit',
      values,
      { ...values, title: values.title ?? context.calendar.dates.titleOf(date, context.person.language) },
      date,
    )
  },
})

const skip = defineAction({
  summary: 'date.skip.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march 2027-03-21'],
  options: { date: dateRef, on: optional(words('date.option.on', { maxLength: 60 })), back: yes },
  run: async (context, { date, on, back }) => skipDay(context, await findDate(context, date), on, back !== undefined),
})

const remove = defineAction({
  summary: 'date.remove.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march'],
  options: { date: dateRef, sure: yes },
  run: async (context, { date, sure }) => removeDate(context, await findDate(context, date), sure !== undefined),
})

const restore = defineAction({
  summary: 'date.restore.summary',
  whoCanUse: 'coordinator',
  examples: ['', '21-march'],
  options: { date: optional({ ...dateRef, kind: 'words' }) },
  run: async (context, { date }) => (date === undefined ? listHidden(context) : restoreDate(context, await findDate(context, date))),
})

const feed = defineAction({
  summary: 'date.feed.summary',
  whoCanUse: 'member',
  examples: ['', 'for:coalition'],
  options: {
    for: optional(choice('date.option.for', FEEDS, name => `date.feed-name.${FEEDS.find(known => known === name) ?? 'mine'}`)),
    group: groupOption,
    step: hidden(optional(choice('date.option.for', FEED_STEPS, () => 'date.option.for'))),
  },
  run: async (context, values) =>
    answerFeed(context, values.for ?? 'mine', values.step, values.group === undefined ? undefined : await findGroup(context, values.group)),
})

const importFile = defineAction({
  summary: 'date.import.summary',
  whoCanUse: 'coordinator',
  examples: [''],
  options: { file: paragraph('date.option.file'), mark: hidden(optional(line('date.option.file', { maxLength: 20 }))) },
  asks: ['file'],
  run: (context, { file, mark }) => importDates(context, file, mark),
})

export default defineCommandFamily({
  summary: 'date.summary',
  actions: { list, show, add, edit, skip, remove, restore, feed, import: importFile },
  bare: 'list',
})

type Typed = Readonly<Record<string, string | undefined>>
type Wanted = {
  readonly title: string
  readonly when?: string | undefined
  readonly about?: string | undefined
  readonly link?: string | undefined
  readonly zone?: string | undefined
  readonly fixed?: string | undefined
  readonly region?: string | undefined
  readonly theme?: string | undefined
  readonly group?: string | undefined
}

/** First says back what was understood; saved is what was shown, by the button. */
async function confirm(context: Context, command: string, typed: Typed, wanted: Wanted, old?: Awaited<ReturnType<typeof findDate>>) {
  const { calendar, person, say, label } = context
  const zone = wanted.zone === undefined && old ? old.zone : readZone(context, wanted.zone)
  const whens =
    wanted.fixed !== undefined
      ? [readFixed(wanted.fixed)]
      : wanted.when !== undefined
        ? readWhens(context, wanted.when, zone, 'when')
        : old
          ? [old]
          : []
  const [when, ...others] = whens
  if (!when) throw new UserError('date.when-unclear', { given: '' }, { field: 'when' })
  const options = given(typed)
  if (others.length > 0)
    return askWhich(context, whens, one => ({ command, options: { ...options, when: writtenWords(wanted.when ?? '', one.startsOn) } }))
  const draft = await draftOf(context, wanted, old, {
    ...when,
    zone,
    skips: old && wanted.when === undefined && wanted.fixed === undefined ? old.skips : [],
  })
  if (wanted.fixed === undefined) {
    const save = { label: label('date.button.save'), command, options: { ...options, fixed: writeFixed(when) }, look: 'primary' as const }
    const change = { label: label('date.button.change'), command, options, form: true as const }
    return {
      text: say('date.understood', { title: draft.title }),
      cards: [{ title: draft.title, fields: whenFields(context, draft) }],
      buttons: [save, change],
    }
  }
  // A starter date keeps its title in all languages until somebody gives it another.
  const kept = old && draft.title === calendar.dates.titleOf(old, person.language) ? { ...draft, title: old.title } : draft
  const saved = old ? await calendar.dates.change(old, kept) : await calendar.dates.add(person.coalition, draft)
  return {
    text: say('date.saved', { title: draft.title, ref: { code: saved.ref } }),
    cards: [wholeCard(context, saved)],
    instead: true as const,
  }
}

async function draftOf(
  context: Context,
  wanted: Wanted,
  old: Awaited<ReturnType<typeof findDate>> | undefined,
  timing: Pick<Draft, 'startsOn' | 'at' | 'days' | 'rule' | 'zone' | 'skips'>,
): Promise<Draft> {
  const chosen = await readChosen(context, wanted)
  const link = wanted.link ?? old?.link ?? ''
  if (link !== '' && !/^https?:\/\/\S+$/.test(link)) throw new UserError('date.link-wrong', { given: link }, { field: 'link' })
  const { startsOn, at, days, rule, zone, skips } = timing
  const [region, theme, groupId] = [chosen.region ?? old?.region, chosen.theme ?? old?.theme, chosen.groupId ?? old?.groupId]
  return {
    title: wanted.title,
    about: wanted.about ?? old?.about ?? '',
    link,
    startsOn,
    days,
    zone,
    skips,
    ...(at && { at }),
    ...(rule !== undefined && { rule }),
    ...(region !== undefined && { region }),
    ...(theme !== undefined && { theme }),
    ...(groupId !== undefined && { groupId }),
  }
}

/** The same words with the day that was meant in place of the unclear one. */
const writtenWords = (text: string, day: Temporal.PlainDate) => text.replace(/\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?/, day.toString())

const given = (values: Typed | object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])))

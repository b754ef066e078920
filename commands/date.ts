/** Purpose: the calendar: what is coming, and everything one can do with a date. */
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, hidden, line, number, optional, paragraph, words } from '../src/command-kit/options.ts'
import { answerDate } from './answers/date-card.ts'
import { listHidden, removeDate, restoreDate, skipDay } from './answers/date-changes.ts'
import { dateWords, partDay, withDate } from './answers/date-choosing.ts'
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
import { file, publish, unpublish } from './answers/date-publish.ts'
import { confirmDate, given } from './answers/date-saving.ts'
import { splitLine } from './answers/date-when.ts'

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
  options: { date: dateWords },
  run: (context, { date }) => withDate(context, date, 'date show', found => answerDate(context, found)),
})

const add = defineAction({
  summary: 'date.add.summary',
  whoCanUse: 'coordinator',
  examples: ['21 March every year Day against racism', '"Members’ meeting" second Tuesday of the month at 18:00'],
  options: { title: titleOption, when: whenOption, ...detail },
  asks: ['title', 'when', 'about', 'link', 'theme'],
  run(context, values) {
    const said = values.fixed === undefined ? { ...values, ...splitLine(context, values, readZone(context, values.zone)) } : values
    return confirmDate(context, 'date add', said, said)
  },
})

const edit = defineAction({
  summary: 'date.edit.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march title:"Our day against racism"'],
  options: { date: dateWords, title: optional(titleOption), when: optional({ ...whenOption, kind: 'line' }), ...detail },
  asks: ['title', 'when', 'about', 'link'],
  run: (context, values) =>
    withDate(
      context,
      values.date,
      'date edit',
      date => {
        const title = values.title ?? context.calendar.dates.titleOf(date, context.person.language)
        return confirmDate(context, 'date edit', { ...values, date: date.ref }, { ...values, title }, date)
      },
      given(values),
    ),
})

const skip = defineAction({
  summary: 'date.skip.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march 2027-03-21'],
  options: { date: dateWords, on: optional(line('date.option.on', { maxLength: 60 })), back: yes },
  async run(context, values) {
    const { date, on } = values.on === undefined ? await partDay(context, values.date) : values
    return withDate(context, date, 'date skip', found => skipDay(context, found, on, values.back !== undefined), given({ on }))
  },
})

const remove = defineAction({
  summary: 'date.remove.summary',
  whoCanUse: 'coordinator',
  examples: ['21-march'],
  options: { date: dateWords, sure: yes },
  run: (context, { date, sure }) => withDate(context, date, 'date remove', found => removeDate(context, found, sure !== undefined)),
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
  actions: { list, show, add, edit, skip, remove, restore, publish, unpublish, file, feed, import: importFile },
  bare: 'list',
})

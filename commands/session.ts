/** Purpose: a meeting that is being reported on: open it, see how far it is, get its report, publish it. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { type Complete, choice, hidden, line, number, optional, paragraph, verbatim, words } from '../src/command-kit/options.ts'
import { LANGUAGES } from '../src/locales/say.ts'
import { answerConsent, askReviewers, attribute, CONSENT_WORDS, giveReview } from './answers/session-consent.ts'
import { sessionAlone, sessionNamed, sessionOption } from './answers/session-here.ts'
import { addRapporteurs, closeSession, joinSession, openSession, reopenSession, setEnd } from './answers/session-opened.ts'
import { decide, publishReport } from './answers/session-publish.ts'
import { FORMATS, showReport } from './answers/session-report.ts'
import { listSessions, showStatus } from './answers/session-status.ts'
import { addTemplate } from './answers/session-templates.ts'

const session = sessionAlone
const named = sessionNamed
const sure = hidden(optional(line('session.option.sure')))
const completeTemplate: Complete = async ({ sessions, person }, typed) =>
  (await sessions.templates(person.coalition))
    .map(({ id, title }) => ({ value: id, label: `${title[person.language]} (${id})` }))
    .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))

const status = defineAction({
  summary: 'session.status.summary',
  whoCanUse: 'member',
  whoCanShare: 'rapporteur',
  examples: [''],
  options: { session },
  run: (context, values) => showStatus(context, values.session),
})
const list = defineAction({
  summary: 'session.list.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { page: hidden(optional(number('option.page', { max: 10_000 }))) },
  run: (context, { page }) => listSessions(context, page),
})
const open = defineAction({
  summary: 'session.open.summary',
  whoCanUse: 'rapporteur',
  examples: ['"Creating welcoming societies" template:gfmd-2016'],
  options: {
    title: words('session.option.title', { maxLength: 150 }),
    template: optional(line('session.option.template', { complete: completeTemplate, maxLength: 60 })),
    ends: optional(line('session.option.ends', { maxLength: 10 })),
    note: hidden(optional(paragraph('note.option.text', { maxLength: 10_000 }))),
  },
  asks: ['title', 'template', 'ends'],
  run: openSession,
})
const join = defineAction({
  summary: 'session.join.summary',
  whoCanUse: 'member',
  examples: ['S-001'],
  options: { session: named },
  run: (context, values) => joinSession(context, values.session),
})
const rapporteurOptions = { to: line('session.option.to', { maxLength: 100 }), session }
const rapporteur = defineAction({
  summary: 'session.rapporteur.summary',
  whoCanUse: 'member',
  examples: ['@ben'],
  options: rapporteurOptions,
  run: (context, { to, session }) => addRapporteurs(context, session, to, false),
})
const handover = defineAction({
  summary: 'session.handover.summary',
  whoCanUse: 'member',
  examples: ['@ben'],
  options: rapporteurOptions,
  run: (context, { to, session }) => addRapporteurs(context, session, to, true),
})
const end = defineAction({
  summary: 'session.end.summary',
  whoCanUse: 'member',
  examples: ['17:30'],
  options: { time: line('session.option.ends', { maxLength: 10 }), session },
  run: (context, { time, session }) => setEnd(context, session, time),
})
const report = defineAction({
  summary: 'session.report.summary',
  whoCanUse: 'member',
  whoCanShare: 'rapporteur',
  examples: ['', 'format:docx'],
  options: {
    session,
    format: optional(
      choice('session.option.format', FORMATS, format => `report.format.${FORMATS.find(known => known === format) ?? 'chat'}`),
    ),
    language: optional(
      choice('session.option.language', LANGUAGES, language => `language.${LANGUAGES.find(known => known === language) ?? 'en'}`),
    ),
    version: optional(number('session.option.version', { max: 1000 })),
  },
  run: (context, { format = 'chat', ...values }) => showReport(context, { format, ...values }),
})
const publish = defineAction({
  summary: 'session.publish.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { session, version: hidden(optional(number('session.option.version', { max: 1000 }))) },
  run: (context, values) => publishReport(context, values.session, values.version),
})
const review = defineAction({
  summary: 'session.review.summary',
  whoCanUse: 'member',
  examples: ['@ben'],
  options: { people: words('session.option.reviewers'), days: optional(number('session.option.days', { max: 60 })), session },
  run: (context, { people, days = 7, session }) => askReviewers(context, session, people, days),
})
const approve = defineAction({
  summary: 'session.approve.summary',
  whoCanUse: 'member',
  examples: ['S-001'],
  options: { session: named },
  run: (context, values) => giveReview(context, values.session, 'approved', ''),
})
const comment = defineAction({
  summary: 'session.comment.summary',
  whoCanUse: 'member',
  examples: ['S-001 "Recommendation 2 should name the cities"'],
  options: { session: named, comment: paragraph('session.option.comment', { maxLength: 2000 }) },
  asks: ['comment'],
  run: (context, values) => giveReview(context, values.session, 'commented', values.comment),
})
const asked = {
  request: number('session.option.request'),
  as: choice('session.option.as', CONSENT_WORDS, as => `consent.${CONSENT_WORDS.find(known => known === as) ?? 'anonymous'}`),
}
const consent = defineAction({
  summary: 'session.consent.summary',
  whoCanUse: 'guest',
  examples: ['1 anonymous'],
  options: asked,
  run: (context, { request, as }) => answerConsent(context, request, as),
})
const attribution = defineAction({
  summary: 'session.attribution.summary',
  whoCanUse: 'guest',
  examples: ['1 organisation "Migrant Forum"'],
  options: { ...asked, name: paragraph('session.option.name', { maxLength: 120 }) },
  asks: ['name'],
  run: (context, { request, as, name }) => attribute(context, request, as, name),
})
const found = { number: number('note.option.number'), words: line('session.option.words'), session: hidden(sessionOption) }
const decision = (instead: (words: string) => string | undefined) => ({
  whoCanUse: 'member' as const,
  examples: ['7 Mayor'],
  options: found,
  run: (context: Context, { number, words, session }: { number: number; words: string; session: string | undefined }) =>
    decide(context, session, number, words, instead(words)),
})
const keep = defineAction({ summary: 'session.keep.summary', ...decision(words => words) })
const blank = defineAction({ summary: 'session.blank.summary', ...decision(() => undefined) })
const replace = defineAction({
  summary: 'session.replace.summary',
  whoCanUse: 'member',
  examples: ['7 Mayor "a mayor"'],
  options: { ...found, instead: line('session.option.instead') },
  asks: ['instead'],
  run: (context, { number, words, instead, session }) => decide(context, session, number, words, instead),
})
const close = defineAction({
  summary: 'session.close.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { session, sure },
  run: (context, values) => closeSession(context, values.session, values.sure === 'yes'),
})
const reopen = defineAction({
  summary: 'session.reopen.summary',
  whoCanUse: 'member',
  examples: ['S-001'],
  options: { session: named },
  run: (context, values) => reopenSession(context, values.session),
})
const template = defineAction({
  summary: 'session.template.summary',
  whoCanUse: 'coordinator',
  examples: [''],
  options: { text: optional(verbatim('session.option.template-text', { maxLength: 10_000 })) },
  run: (context, { text }) => addTemplate(context, text),
})

export default defineCommandFamily({
  summary: 'session.summary',
  actions: {
    status,
    list,
    open,
    join,
    rapporteur,
    handover,
    end,
    report,
    publish,
    keep,
    replace,
    blank,
    review,
    approve,
    comment,
    consent,
    attribution,
    template,
    close,
    reopen,
  },
  bare: 'status',
})

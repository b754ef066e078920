/** Purpose: open a session, take its notes in one more place, hand it over, end it. */

import type { Context } from '../../src/command-kit/context.ts'
import { mentionedPeople } from '../../src/mention.ts'
import { ranked } from '../../src/nearest.ts'
import type { Button, Reply } from '../../src/reply.ts'
import type { Session } from '../../src/sessions/session.ts'
import type { Template } from '../../src/sessions/template.ts'
import { UserError } from '../../src/user-error.ts'
import { takeNotes } from './note-taken.ts'
import { findSession, isSession, mustWrite, namedSession, spotOf } from './session-here.ts'
import { gapLines } from './session-status.ts'

const DEFAULT_TEMPLATE = 'gfmd-2016'

export type Wish = {
  readonly title: string
  readonly template: string | undefined
  readonly ends: string | undefined
  readonly note: string | undefined
}

/** The same title at the same place is the session that is already open there, so that pressing twice opens one. */
export async function openSession(context: Context, { title, template: wanted, ends, note }: Wish): Promise<Reply> {
  const { sessions, person } = context
  const template = await findTemplate(context, wanted)
  const endsAt = ends === undefined ? null : readEnd(context, ends)
  const opened = await sessions.open(person, spotOf(context), { title, template, endsAt })
  const here = opened ?? (await sessions.at(person.coalition, spotOf(context)))
  if (!here) throw new Error('The place was taken and is free again')
  if (!opened && here.title !== title) {
    const close: Button = { label: context.label('session.close'), command: 'session close', options: { session: here.ref } }
    throw new UserError('error.session-here', { session: `${here.ref} ${here.title}` }, { buttons: [close] })
  }
  const taken = note === undefined ? undefined : await takeNotes(context, note, here.ref)
  return { ...welcome(context, here), ...(taken && { cards: [{ title: taken.text }] }) }
}

const welcome = ({ say, label, person }: Context, { ref, title, template, endsAt }: Session): Reply => ({
  text: say('session.opened', {
    session: `${ref} ${title}`,
    template: template.title[person.language],
    example: { code: '/note practice …' },
    ends: endsAt === null ? '' : label('session.ends', { time: clock(endsAt, person.zone, person.language) }),
  }),
  buttons: [
    { label: label('note.add.summary'), command: 'note add', options: { session: ref }, form: true, look: 'primary' },
    { label: label('session.see-status'), command: 'session status', options: { session: ref } },
  ],
})

async function findTemplate({ sessions, person }: Context, wanted: string | undefined): Promise<Template> {
  const all = await sessions.templates(person.coalition)
  const last = wanted ?? (await sessions.find(person.coalition, { limit: 1 }))[0]?.template.id ?? DEFAULT_TEMPLATE
  const found = all.find(({ id }) => id === last) ?? ranked(all, ({ id, title }) => `${id} ${title[person.language]}`, last, 0.3)[0]
  if (!found)
    throw new UserError('error.template-unknown', { given: last, templates: all.map(({ id }) => id).join(', ') }, { field: 'template' })
  return found
}

const clock = (at: number, zone: string, language: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })

/** `17:30` is the next one in the asker's zone; so is `9h`. */
function readEnd({ now, person }: Context, given: string): number {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:h.](\d\d)?)?$/.exec(given.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) throw new UserError('error.time-wrong', { given }, { field: 'ends' })
  const start = now().toZonedDateTimeISO(person.zone)
  const today = start.withPlainTime({ hour: Number(hour), minute: Number(minute) })
  return (Temporal.ZonedDateTime.compare(today, start) > 0 ? today : today.add({ days: 1 })).epochMilliseconds
}

export async function joinSession(context: Context, given: string): Promise<Reply> {
  const session = await namedSession(context, given)
  mustWrite(context, session)
  const { sessions, person, say } = context
  if (session.state !== 'open') throw new UserError('error.session-closed', { session: session.ref })
  const here = await sessions.at(person.coalition, spotOf(context))
  if (here && here.id !== session.id) throw new UserError('error.session-here', { session: `${here.ref} ${here.title}` })
  if (!here) await sessions.join(session, spotOf(context))
  return { text: say('session.joined', { session: `${session.ref} ${session.title}` }) }
}

/** `leaving`: the asker no longer writes in it. */
export async function addRapporteurs(context: Context, given: string | undefined, who: string, leaving: boolean): Promise<Reply> {
  const { sessions, person, say } = context
  const session = await findSession(context, given, {
    label: '',
    command: leaving ? 'session handover' : 'session rapporteur',
    options: { to: who },
  })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const [to] = mentionedPeople(who, person.address)
  if (!to) throw new UserError('error.person-unclear', { given: who }, { field: 'to' })
  if (leaving) await sessions.handOver(session, person.address, to)
  else await sessions.addRapporteur(session, to)
  return {
    text: say(leaving ? 'session.handed-over' : 'session.rapporteur-added', {
      session: `${session.ref} ${session.title}`,
      to: { person: to },
    }),
  }
}

export async function closeSession(context: Context, given: string | undefined, sure: boolean): Promise<Reply> {
  const { sessions, say, label } = context
  const session = await findSession(context, given, { label: '', command: 'session close' })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { notes } = await sessions.notebook(session)
  const gaps = gapLines(context, sessions.rules.progress(session, notes).gaps)
  const missing = gaps.length > 0 ? [{ title: label('session.missing'), text: gaps.join('\n') }] : []
  const name = { session: `${session.ref} ${session.title}` }
  if (!sure) {
    const yes: Button = {
      label: label('session.close'),
      command: 'session close',
      options: { session: session.ref, sure: 'yes' },
      look: 'danger',
    }
    return { text: say('session.close-sure', { ...name, count: notes.length }), cards: missing, buttons: [yes] }
  }
  await sessions.close(session)
  return {
    text: say('session.closed', { ...name, count: notes.length }),
    cards: missing,
    buttons: [
      { label: label('session.see-report'), command: 'session report', options: { session: session.ref }, look: 'primary' },
      { label: label('session.reopen'), command: 'session reopen', options: { session: session.ref } },
    ],
    instead: true,
  }
}

export async function reopenSession(context: Context, given: string): Promise<Reply> {
  const { sessions, person } = context
  const session = await namedSession(context, given)
  mustWrite(context, session)
  const here = await sessions.at(person.coalition, spotOf(context))
  if (here && here.id !== session.id) throw new UserError('error.session-here', { session: `${here.ref} ${here.title}` })
  if (!here) await sessions.reopen(session, person.address, spotOf(context))
  return welcome(context, session)
}

export async function setEnd(context: Context, given: string | undefined, time: string): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'session end', options: { time } })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const at = readEnd(context, time)
  await context.sessions.setEnd(session, at)
  return { text: context.say('session.end-set', { session: session.ref, at: { instant: at, zone: context.person.zone } }) }
}

/** Purpose: a date that somebody adds or changes: said back as it was understood, then saved just so. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Draft } from '../../src/calendar/dates.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { UserError } from '../../src/user-error.ts'
import { wholeCard } from './date-card.ts'
import { readChosen, readZone } from './date-options.ts'
import { askWhich, readFixed, readWhens, whenFields, writeFixed } from './date-when.ts'

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
export async function confirmDate(context: Context, command: string, typed: Typed, wanted: Wanted, old?: CalendarDate) {
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
    cards: [await wholeCard(context, saved)],
    instead: true as const,
  }
}

async function draftOf(
  context: Context,
  wanted: Wanted,
  old: CalendarDate | undefined,
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

export const given = (values: Typed | object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[name, value]] : [])))

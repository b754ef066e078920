/** Purpose: the options that dates and reminders share, and how what was typed becomes a date, a place, a theme or a group. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Chosen } from '../../src/calendar/dates.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { type Complete, line, optional } from '../../src/command-kit/options.ts'
import { ranked } from '../../src/nearest.ts'
import { UserError } from '../../src/user-error.ts'
import { zonesNamed } from '../../src/zones.ts'

const completeDate: Complete = async ({ calendar, person }, typed) => {
  const dates = await calendar.dates.all(person.coalition)
  const named = dates.map(date => ({ value: date.ref, label: `${date.ref}: ${calendar.dates.titleOf(date, person.language)}` }))
  return ranked(named, ({ label }) => label, typed)
}
const completePlace: Complete = ({ library: { places }, person }, typed) =>
  (typed === '' ? places.all : places.find(typed)).map(({ id, names }) => ({ value: id, label: names[person.language] }))
const completeTheme: Complete = ({ library: { themes }, person }, typed) =>
  (typed === '' ? themes.all : themes.find(typed)).map(({ id, names }) => ({ value: id, label: names[person.language] }))
const completeZone: Complete = (_, typed) => zonesNamed(typed).map(({ zone, name }) => ({ value: zone, label: name }))
const completeGroup: Complete = async ({ calendar, person }, typed) =>
  (await calendar.groups.find(person.coalition, typed, person.language)).map(({ name }) => ({ value: name, label: name }))

export const dateRef = line('date.option.date', { complete: completeDate, maxLength: 40 })
export const zoneOption = optional(line('date.option.zone', { complete: completeZone, maxLength: 60 }))
export const regionOption = optional(line('option.region', { complete: completePlace, maxLength: 60 }))
export const themeOption = optional(line('option.theme', { complete: completeTheme, maxLength: 60 }))
export const groupOption = optional(line('date.option.group', { complete: completeGroup, maxLength: 60 }))

/** @throws UserError where there is none, with the way to the list */
export async function findDate({ calendar, person, label }: Context, ref: string): Promise<CalendarDate> {
  const found = await calendar.dates.find(person, ref)
  if (found) return found
  const list = { label: label('date.button.list'), command: 'date list', look: 'primary' as const }
  throw new UserError('date.unknown', { ref }, { field: 'date', buttons: [list] })
}

/** @throws UserError naming what is not known */
export async function readChosen(
  context: Context,
  given: { region?: string | undefined; theme?: string | undefined; group?: string | undefined },
): Promise<Chosen> {
  const { library } = context
  const { region, theme, group } = given
  const place = region === undefined ? undefined : library.places.find(region)[0]
  if (region !== undefined && !place) throw new UserError('error.place-unknown', { given: region }, { field: 'region' })
  const issue = theme === undefined ? undefined : library.themes.find(theme)[0]
  if (theme !== undefined && !issue) throw new UserError('error.theme-unknown', { given: theme }, { field: 'theme' })
  return {
    ...(place && { region: place.id }),
    ...(issue && { theme: issue.id }),
    ...(group !== undefined && { groupId: (await findGroup(context, group)).id }),
  }
}

/** @throws UserError where there is no group of that name */
export async function findGroup({ calendar, person }: Context, given: string): Promise<{ readonly id: string; readonly name: string }> {
  const [found] = await calendar.groups.find(person.coalition, given, person.language)
  if (!found) throw new UserError('date.group-unknown', { given }, { field: 'group' })
  return found
}

/** @throws UserError for what is no zone */
export function readZone({ person }: Context, given: string | undefined): string {
  if (given === undefined) return person.zone
  const zone = zonesNamed(given)[0]?.zone
  if (!zone) throw new UserError('error.zone-unknown', { given }, { field: 'zone' })
  return zone
}

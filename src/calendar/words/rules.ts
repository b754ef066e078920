/** Purpose: rules of recurrence that mean what people mean: the 31st of a month that has none is its last day, and 29 February is 28 in other years. */

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
export const weekdayCode = (n: number) => WEEKDAYS[n - 1] ?? 'MO'

export const yearlyOn = ({ month, day }: Temporal.PlainDate) =>
  month === 2 && day === 29 ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`

export const yearlyNth = (month: number, nth: number, weekday: number) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${weekdayCode(weekday)}`

/** @param day 1 to 31; -1 is the last one */
export function monthlyOn(day: number, every = 1): string {
  const interval = every === 1 ? '' : `;INTERVAL=${every}`
  if (day === -1 || day === 31) return `FREQ=MONTHLY${interval};BYMONTHDAY=-1`
  if (day <= 28) return `FREQ=MONTHLY${interval};BYMONTHDAY=${day}`
  const days = Array.from({ length: day - 27 }, (_, at) => 28 + at)
  return `FREQ=MONTHLY${interval};BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}

export const monthlyNth = (nth: number, weekday: number) => `FREQ=MONTHLY;BYDAY=${nth}${weekdayCode(weekday)}`

export const weeklyOn = (weekdays: readonly number[], every = 1) =>
  `FREQ=WEEKLY${every === 1 ? '' : `;INTERVAL=${every}`};BYDAY=${weekdays.map(weekdayCode).join(',')}`

export const dailyEvery = (every: number) => (every === 1 ? 'FREQ=DAILY' : `FREQ=DAILY;INTERVAL=${every}`)

/** Every so many of a unit, from a day on. */
export function everyFrom(day: Temporal.PlainDate, n: number, unit: string): string | undefined {
  if (unit === 'day') return dailyEvery(n)
  if (unit === 'week') return weeklyOn([day.dayOfWeek], n)
  if (unit === 'month') return monthlyOn(day.day, n)
  if (unit === 'year') return n === 1 ? yearlyOn(day) : yearlyOn(day).replace('FREQ=YEARLY', `FREQ=YEARLY;INTERVAL=${n}`)
  return undefined
}

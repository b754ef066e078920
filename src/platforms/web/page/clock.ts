/** Purpose: write times in the visitor's language and zone. */
export type Clock = {
  readonly zone: string
  /** `14:05` */
  time(at: number): string
  /** `Today`, or the day with its name. */
  day(at: number): string
  /** All of it, for a moment in a text. */
  full(at: number): string
  /** All of it with the zone's name, for the one who hovers or listens. */
  exact(at: number): string
}

const DAY = 86_400_000
/** Day before month and 24 hours, which most of a coalition reads; plain `en` would be the United States’. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' }

export function makeClock(language: string, wanted: string): Clock {
  const locale = LOCALES[language] ?? language
  const zone = knownZone(wanted)
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    return (at: number) => formatter.format(at)
  }
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dated = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const exact = format({ dateStyle: 'full', timeStyle: 'long' })
  return {
    zone,
    time: format({ hour: 'numeric', minute: '2-digit' }),
    full: format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    exact: at => `${exact(at)} (${zone})`,
    day(at) {
      const now = Date.now()
      const ago = [0, -1].find(days => dated(now + days * DAY) === dated(at))
      if (ago !== undefined) return capital(near.format(ago, 'day'), language)
      return capital(now - at < 300 * DAY ? day(at) : dated(at), language)
    },
  }
}

const capital = (text: string, language: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone
  }
}

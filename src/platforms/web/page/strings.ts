/** Purpose: the page's own sentences, in the visitor's language, as the server hands them over. */

/** Only for a page that the server could not fill in at all; every other sentence is in `src/locales/`. */
const LAST_RESORT: Readonly<Record<string, string>> = {
  'page.signed-out': 'You are not signed in',
  'page.signed-out-what': 'Open the link that you were given. If it no longer works, ask your operator for a new one.',
  'page.failed-title': 'Plenary can’t be reached',
  'page.failed-offline': 'There is no connection. Nothing is lost; try again in a moment.',
  'page.failed-broken': 'Something went wrong on our side. Please try again in a moment.',
  'page.retry': 'Try again',
}

let strings = LAST_RESORT

export function useStrings(given: Readonly<Record<string, string>>): void {
  strings = { ...LAST_RESORT, ...given }
}

/** One sentence with its `{name}` places filled in; the key itself where a translation is missing. */
export const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (strings[key] ?? key).replace(/\{([\w-]+)\}/g, (place, name: string) => String(values[name] ?? place))

/** Before the server has said who the visitor is, the page itself may carry the sentences. */
export function useStringsOfPage(): void {
  const written = document.querySelector<HTMLMetaElement>('meta[name="plenary-strings"]')?.content
  if (written?.startsWith('{"')) useStrings(JSON.parse(written))
}

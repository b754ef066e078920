/** Purpose: what is said under an item of a report, in the report's language: whom it addresses, who will do it, by when, who said it. */
import { commaOf, type Language, labelIn } from '../locales/say.ts'
import type { Item } from './report.ts'

export function itemFacts({ type, targets, who, due, attribution }: Item, language: Language): [string, string][] {
  const label = labelIn(language)
  const by = due.on ? Temporal.PlainDate.from(due.on).toLocaleString(language, { dateStyle: 'long' }) : due.words
  const facts: [string, string][] = [
    [label('entry.targets'), targets.map(target => label(`target.${target}`)).join(commaOf(language))],
    [label('report.who'), type === 'commitment' && who === '' ? label('commitment.owner.unknown') : who],
    [label('report.due'), by],
    [label('report.said-by'), type === 'quote' ? attribution || label('report.anonymous') : ''],
  ]
  return facts.filter(([, value]) => value !== '')
}

/** Purpose: `import FILE.ics`: dates of another calendar, shown before they are saved, with what stays out and why. */
import type { Plenary } from '../assemble.ts'
import type { Imported } from '../calendar/ics/read-calendar.ts'
import type { ImportPlan } from '../calendar/importing.ts'
import type { Person } from '../command-kit/context.ts'
import { labelIn } from '../locales/say.ts'
import { UsageMistake } from './usage-mistake.ts'

/** @returns what would come in, or, with `yes`, what did @throws UsageMistake where the text is no calendar */
export async function importCalendar({ calendar }: Plenary, by: Person, text: string, yes: boolean): Promise<string> {
  const plan = await calendar.importing.plan(by, text)
  if (!plan) throw new UsageMistake('The file is no calendar.')
  const { fresh, changed, same } = plan
  const out = leftOut(plan)
  if (fresh.length + changed.length === 0) return [`Nothing to bring in: ${dates(same, 'is', 'are')} there already.`, ...out].join('\n')
  if (yes) {
    await calendar.importing.save(by, plan)
    return [
      `${dates(fresh.length, 'is', 'are')} new, ${dates(changed.length, 'was', 'were')} changed, ${dates(same, 'is', 'are')} there already.`,
      ...out,
    ].join('\n')
  }
  const line = (mark: string, draft: Imported) =>
    `  ${mark} ${draft.title}: ${[calendar.words.whenInWords(draft, draft.startsOn, by.language), calendar.words.ruleInWords(draft, by.language)].filter(Boolean).join(', ')}`
  return [
    `${dates(fresh.length + changed.length, 'would come in', 'would come in')}, ${dates(same, 'is', 'are')} there already:`,
    ...fresh.map(draft => line('+', draft)),
    ...changed.map(({ date, draft }) => `${line('~', draft)} (changes ${date.ref})`),
    ...out,
    'Nothing is saved yet. To save it, run the same again with --yes.',
  ].join('\n')
}

const dates = (count: number, one: string, many: string) => (count === 1 ? `1 date ${one}` : `${count} dates ${many}`)

function leftOut({ leftOut }: ImportPlan): string[] {
  const label = labelIn('en')
  const lines = leftOut.map(({ title, why }) => `  - ${title || '(no title)'}: ${label(`date.import.why.${why}`)}`)
  return lines.length === 0 ? [] : ['Left out:', ...lines]
}

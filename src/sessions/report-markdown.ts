/** Purpose: a report as Markdown. Words by people are escaped, so that a star stays a star and no name becomes a link. */
import { labelIn } from '../locales/say.ts'
import type { Item, Report } from './report.ts'
import { itemFacts } from './report-facts.ts'

export function reportMarkdown(report: Report): string {
  const label = labelIn(report.language)
  const lines = [
    `# ${literal(report.title)}`,
    '',
    `*${literal(`${report.template} · ${report.session} · ${report.date}`)}*`,
    '',
    `**${literal(report.version === 0 ? label('report.draft') : label('report.version', { version: report.version }))}**`,
    '',
  ]
  for (const [at, { chapter, title, items }] of report.sections.entries()) {
    if (chapter !== '') lines.push(`## ${literal(chapter)}`, '')
    lines.push(`${isInChapter(report, at) ? '###' : '##'} ${literal(title)}`, '')
    lines.push(
      ...(items.length > 0
        ? items.flatMap((item, index) => itemLines(item, `${index + 1}.`, report))
        : [`*${literal(label('report.nothing'))}*`]),
      '',
    )
  }
  if (report.since) {
    lines.push(`## ${literal(label('report.since', { session: report.since.title }))}`, '')
    lines.push(
      ...report.since.lines.map(
        ({ id, words, state }) => `- ${literal(id)} ${literal(words)}${state === '' ? '' : ` (${literal(promiseStates(state, label))})`}`,
      ),
      '',
    )
  }
  if (report.annex.length > 0)
    lines.push(`## ${literal(label('report.annex'))}`, '', ...report.annex.flatMap(item => itemLines(item, '-', report)), '')
  return `${lines.join('\n').trim()}\n`
}

/** Sections that stand before the first chapter are on its level, so that no level of headings is left out. */
export const isInChapter = ({ sections }: Report, at: number) => sections.slice(0, at + 1).some(({ chapter }) => chapter !== '')

/** A state of a commitment in words; several with commas between. */
export const promiseStates = (states: string, label: ReturnType<typeof labelIn>) =>
  states
    .split(', ')
    .map(state => label(`commitment.state.${state}` as 'commitment.state.done'))
    .join(', ')

function itemLines(item: Item, mark: string, report: Report): string[] {
  const { language } = report
  return [
    `${mark} ${literal(item.type === 'quote' ? labelIn(language)('report.quote', { words: item.words }) : item.words)}`,
    ...itemFacts(item, language).map(([name, value]) => `   - ${literal(name)}: ${literal(value)}`),
    ...item.parts
      .filter(({ items }) => items.length > 0)
      .flatMap(({ title, items }) => [`   - ${literal(title)}:`, ...items.map(({ words }) => `     - ${literal(words)}`)]),
  ]
}

const literal = (text: string) =>
  text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2')
    .replace(/\s*\n\s*/g, ' ')

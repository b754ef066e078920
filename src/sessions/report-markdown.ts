/** Purpose: a report as Markdown. Words by people are escaped, so that a star stays a star and no name becomes a link. */
import { labelIn } from '../locales/say.ts'
import { itemFacts } from './report-facts.ts'
import type { Item, Report } from './report.ts'

export function reportMarkdown(report: Report): string {
  const label = labelIn(report.language)
  const lines = [
    `# ${escape(report.title)}`,
    '',
    `*${escape(`${report.template} · ${report.session} · ${report.date}`)}*`,
    '',
    `**${escape(report.version === 0 ? label('report.draft') : label('report.version', { version: report.version }))}**`,
    '',
  ]
  for (const { chapter, title, items } of report.sections) {
    if (chapter !== '') lines.push(`## ${escape(chapter)}`, '')
    lines.push(`${chapter !== '' || hasChapters(report) ? '###' : '##'} ${escape(title)}`, '')
    lines.push(...(items.length > 0 ? items.flatMap((item, at) => itemLines(item, `${at + 1}.`, report)) : [`*${escape(label('report.nothing'))}*`]), '')
  }
  if (report.since) {
    lines.push(`## ${escape(label('report.since', { session: report.since.title }))}`, '')
    lines.push(...report.since.lines.map(({ id, words, state }) => `- ${escape(id)} ${escape(words)}${state === '' ? '' : ` (${escape(promiseStates(state, label))})`}`), '')
  }
  if (report.annex.length > 0) lines.push(`## ${escape(label('report.annex'))}`, '', ...report.annex.flatMap(item => itemLines(item, '-', report)), '')
  return `${lines.join('\n').trim()}\n`
}

export const hasChapters = ({ sections }: Report) => sections.some(({ chapter }) => chapter !== '')

/** A state of a commitment in words; several with commas between. */
export const promiseStates = (states: string, label: ReturnType<typeof labelIn>) =>
  states
    .split(', ')
    .map(state => label(`commitment.state.${state}` as 'commitment.state.done'))
    .join(', ')

function itemLines(item: Item, mark: string, report: Report): string[] {
  const { language } = report
  return [
    `${mark} ${escape(item.type === 'quote' ? labelIn(language)('report.quote', { words: item.words }) : item.words)}`,
    ...itemFacts(item, language).map(([name, value]) => `   - ${escape(name)}: ${escape(value)}`),
    ...item.parts.filter(({ items }) => items.length > 0).flatMap(({ title, items }) => [`   - ${escape(title)}:`, ...items.map(({ words }) => `     - ${escape(words)}`)]),
  ]
}

const escape = (text: string) => text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2').replace(/\s*\n\s*/g, ' ')

/** Purpose: what is missing in a session, in words: “Recommendation 2: no indicator yet (#7)”. */
import type { Label, Language } from '../locales/say.ts'
import type { Gap } from './report.ts'

const MOST = 8

export function gapWords(gaps: readonly Gap[], label: Label, language: Language): string[] {
  const lines = gaps.map(gap => {
    if (gap.kind === 'homeless') return label('gap.homeless', { note: gap.note })
    const section = gap.section.title[language]
    if (gap.kind === 'empty') return label('gap.empty', { section })
    if (gap.kind === 'over') return label('gap.over', { section, by: gap.by })
    if (gap.kind === 'no-part') return label('gap.no-part', { section, place: gap.place, part: gap.part.title[language], note: gap.note })
    return label(gap.kind === 'loose' ? 'gap.loose' : 'gap.no-target', { note: gap.note })
  })
  return lines.length > MOST ? [...lines.slice(0, MOST), label('gap.more', { count: lines.length - MOST })] : lines
}

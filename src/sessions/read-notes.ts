/** Purpose: read what a rapporteur typed or pasted: one line, one note; the type first, or proposed from the words. */
import { isShort, type NoteType, noteTypeOf } from './note-types.ts'
import type { Template } from './template.ts'

/** `to` is the note that it belongs to (`action #5 …`), `from` what was typed of the speaker of a quote. */
export type Line = {
  readonly type: NoteType
  readonly text: string
  readonly proposed: boolean
  readonly to?: number
  readonly from?: string
}

export const MAX_NOTE = 4000

/** The notes in a text of one line or many; a leading `/note`, bullet or number of a list is not part of a note. */
export function readNotes(text: string, template?: Template): Line[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/^\s*(?:[/!]?note\s+)?(?:[-*•–]\s+|\d{1,2}[.)]\s+)?/i, '').trim())
    .filter(line => line !== '')
    .flatMap(line => {
      const [first, ...more] = cutLine(line)
      const read = readLine(first, template)
      // What is longer than a note is several of the same type: nothing typed is lost.
      return [read, ...more.map(text => ({ type: read.type, text, proposed: read.proposed }))]
    })
}

/** Between words, where there are any. */
function cutLine(line: string): [string, ...string[]] {
  if (line.length <= MAX_NOTE) return [line]
  const at = line.lastIndexOf(' ', MAX_NOTE)
  const head = line.slice(0, at > MAX_NOTE / 2 ? at : MAX_NOTE)
  return [head, ...cutLine(line.slice(head.length).trim())]
}

function readLine(line: string, template: Template | undefined): Line {
  const [, word = '', gap = '', rest = ''] = /^(\p{L}[\p{L}\p{M}-]*)(\s*:\s*|\s+)(.+)$/su.exec(line) ?? []
  const type = word === 'q' ? questionOrQuote(rest, template) : noteTypeOf(word)
  const meant = type !== undefined && (!isShort(word) || word === word.toLowerCase()) && !isWordOfSentence(word, gap, rest)
  return meant ? readRest(type, rest, false) : readRest(proposeType(line, template), line, true)
}

/** `q` is a question, but for words in quotation marks, and in a template that has quotes and no questions. */
const questionOrQuote = (words: string, template: Template | undefined): NoteType =>
  QUOTED.test(words) || (template && !takes(template, 'question') && takes(template, 'quote')) ? 'quote' : 'question'

/** “Other than that …” is running text; a colon or the short form says that the type is meant. */
const isWordOfSentence = (word: string, gap: string, rest: string) =>
  !gap.includes(':') && /^(other|others|question|message|structure)$/i.test(word) && /^(than|is|was|of|to)\b/i.test(rest)

function readRest(type: NoteType, words: string, proposed: boolean): Line {
  const [, to] = /^#(\d{1,5})\s+/.exec(words) ?? []
  const [said, from] = type === 'quote' ? [/\s+from:\s*(\S.*)$/i, /^from:\s*(\S+)\s+/i].map(shape => shape.exec(words)) : []
  const speaker = (said ?? from)?.[1]?.trim()
  const text = words
    .replace(/^#\d{1,5}\s+/, '')
    .replace((said ?? from)?.[0] ?? '', ' ')
    .trim()
  return {
    type,
    text: type === 'quote' ? unquoted(text) : text,
    proposed,
    ...(to && { to: Number(to) }),
    ...(speaker && { from: speaker }),
  }
}

const unquoted = (text: string) => /^["“«„](.*)["”»]$/s.exec(text)?.[1]?.trim() ?? text

const QUOTED = /^["“«„].*["”»]$/s

/** Each shape with the type that it suggests; the first that fits and that the template has. */
const SHAPES: readonly (readonly [RegExp, NoteType])[] = [
  [/[?؟]\s*$/, 'question'],
  [QUOTED, 'quote'],
  [/\b(number|level|share|rate|percentage|nombre|niveau|taux|número|nivel|tasa) (of|de)\b|^(عدد|نسبة|مستوى)/i, 'indicator'],
  [/\b(will|commits? to|agrees? to|s’engage|s'engage|se compromete)\b.*\b(by|before|until|d’ici|avant|antes de|para)\b/i, 'commitment'],
  [/\b(should|must|need(s)? to|ought to|devrait|devraient|doit|doivent|debe|deben|debería|deberían)\b|ينبغي|يجب/i, 'recommendation'],
  [/\b(learn(ed|t)|lesson|appris|aprendi)/i, 'lesson'],
  [/\b(project|programme|program|campaign|initiative|network|city|cities|projet|campagne|réseau|proyecto|campaña|red)\b/i, 'practice'],
]

export function proposeType(text: string, template?: Template): NoteType {
  return SHAPES.find(([shape, type]) => shape.test(text) && (!template || takes(template, type)))?.[1] ?? 'other'
}

const takes = ({ sections }: Template, type: NoteType) =>
  sections.some(({ types, parts }) => [types, ...parts.map(part => part.types)].flat().includes(type))

/** The text after `s/old/new/`, any other mark in the place of `/`, with `g` everywhere; or nothing when the old words are not in it. */
export function substitute(text: string, change: string): string | undefined {
  const [, , old = '', fresh = '', flags = ''] = /^s([/|#,])((?:(?!\1).)+)\1((?:(?!\1).)*)(?:\1([gi]*))?$/s.exec(change.trim()) ?? []
  if (old === '') return undefined
  const found = text.includes(old) ? old : text.slice(text.toLowerCase().indexOf(old.toLowerCase())).slice(0, old.length)
  if (found.toLowerCase() !== old.toLowerCase()) return undefined
  return (flags.includes('g') ? text.replaceAll(found, () => fresh) : text.replace(found, () => fresh)).trim()
}

/** Purpose: a session's notes in its template, as a value that chat, Markdown, DOCX and JSON are made from. */
import type { Target } from '../library/entry.ts'
import type { Language } from '../locales/say.ts'
import type { NoteType } from './note-types.ts'
import type { Note } from './notes.ts'
import { looseParts, partsOf, wholeNotes } from './place-note.ts'
import { readDetails } from './read-details.ts'
import type { Part, Section, Template } from './template.ts'

export type Item = {
  readonly number: number
  readonly type: NoteType
  readonly words: string
  readonly targets: readonly Target[]
  readonly who: string
  readonly due: { readonly on: string | null; readonly words: string }
  /** Of a quote: who said it, where they agreed to be named. */
  readonly attribution: string
  readonly parts: readonly { readonly title: string; readonly items: readonly Item[] }[]
}
export type ReportSection = {
  readonly id: string
  readonly chapter: string
  readonly title: string
  readonly help: string
  readonly items: readonly Item[]
}
/** What became of what the last session promised and recommended. */
export type Since = {
  readonly title: string
  readonly lines: readonly { readonly id: string; readonly words: string; readonly state: string }[]
}

export type Report = {
  readonly session: string
  readonly title: string
  readonly template: string
  readonly language: Language
  readonly date: string
  /** 0 is a draft. */
  readonly version: number
  readonly sections: readonly ReportSection[]
  /** What is over the template's limits, or has no place in it. */
  readonly annex: readonly Item[]
  readonly since: Since | null
}

export type ReportFacts = {
  readonly session: string
  readonly title: string
  readonly template: Template
  readonly language: Language
  readonly date: Temporal.PlainDate
  readonly version: number
  readonly attributions: ReadonlyMap<number, string>
  readonly since: Since | null
}

export function makeReport(facts: ReportFacts, notes: readonly Note[]): Report {
  const { session, title, template, language, date, version, since } = facts
  const over: Item[] = []
  const sections = template.sections.map(section => {
    const wholes = wholeNotes(notes, section).map(note => makeItem(facts, notes, note, section, over))
    over.push(...wholes.slice(section.limit ?? wholes.length))
    over.push(...looseParts(notes, section).map(note => makeItem(facts, notes, note, undefined, over)))
    const { id, chapter, help } = section
    return {
      id,
      chapter: chapter?.[language] ?? '',
      title: section.title[language],
      help: help[language],
      items: wholes.slice(0, section.limit),
    }
  })
  const homeless = notes.filter(note => !template.sections.some(({ id }) => id === note.section))
  const annex = [...over, ...homeless.map(note => makeItem(facts, notes, note, undefined, over))]
  return { session, title, template: template.title[language], language, date: date.toString(), version, sections, annex, since }
}

function makeItem(facts: ReportFacts, notes: readonly Note[], note: Note, section: Section | undefined, over: Item[]): Item {
  const details = readDetails(note.type, note.text, facts.date)
  return {
    number: note.number,
    type: note.type,
    ...details,
    attribution: facts.attributions.get(note.number) ?? '',
    parts: (section?.parts ?? []).map(part => makePart(facts, notes, note, part, over)),
  }
}

function makePart(facts: ReportFacts, notes: readonly Note[], whole: Note, part: Part, over: Item[]) {
  const items = partsOf(notes, whole.number)
    .filter(note => note.section === whole.section && part.types.includes(note.type))
    .map(note => makeItem(facts, notes, note, undefined, over))
  over.push(...items.slice(part.limit ?? items.length))
  return { title: part.title[facts.language], items: items.slice(0, part.limit) }
}

export type Gap =
  | { readonly kind: 'empty'; readonly section: Section }
  | { readonly kind: 'over'; readonly section: Section; readonly by: number }
  | { readonly kind: 'no-part'; readonly section: Section; readonly note: number; readonly place: number; readonly part: Part }
  | { readonly kind: 'no-target'; readonly section: Section; readonly note: number }
  | { readonly kind: 'loose'; readonly section: Section; readonly note: number }
  | { readonly kind: 'homeless'; readonly note: number }

export type Progress = {
  readonly sections: readonly { readonly section: Section; readonly count: number; readonly limit: number | undefined }[]
  readonly gaps: readonly Gap[]
}

/** How far the template is filled, and what is missing in it. */
export function measureProgress(template: Template, notes: readonly Note[], today: Temporal.PlainDate): Progress {
  const homeless = notes.filter(note => !template.sections.some(({ id }) => id === note.section))
  return {
    sections: template.sections.map(section => ({ section, count: wholeNotes(notes, section).length, limit: section.limit })),
    gaps: [
      ...template.sections.flatMap(section => sectionGaps(section, notes, today)),
      ...homeless.map(({ number }) => ({ kind: 'homeless' as const, note: number })),
    ],
  }
}

function sectionGaps(section: Section, notes: readonly Note[], today: Temporal.PlainDate): Gap[] {
  const wholes = wholeNotes(notes, section)
  const over = wholes.length - (section.limit ?? wholes.length)
  return [
    ...(wholes.length === 0 && section.limit !== undefined ? [{ kind: 'empty' as const, section }] : []),
    ...(over > 0 ? [{ kind: 'over' as const, section, by: over }] : []),
    ...wholes.flatMap((note, at) => [
      ...section.parts
        .filter(part => !partsOf(notes, note.number).some(({ type }) => part.types.includes(type)))
        .map(part => ({ kind: 'no-part' as const, section, note: note.number, place: at + 1, part })),
      ...(section.asks === 'targets' && readDetails(note.type, note.text, today).targets.length === 0
        ? [{ kind: 'no-target' as const, section, note: note.number }]
        : []),
    ]),
    ...looseParts(notes, section).map(({ number }) => ({ kind: 'loose' as const, section, note: number })),
  ]
}

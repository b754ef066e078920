/** Purpose: read a report that somebody filled in by hand, in one of the known templates, as draft notes; what looks damaged is marked and never mended silently. */
import type { NoteType } from './note-types.ts'
import type { NewNote } from './notebooks.ts'
import type { Template } from './template.ts'

type Cue = { readonly says: RegExp; readonly type: NoteType; readonly section: string }

/** How the printed templates head their fields; the first that fits counts. What follows on the same line belongs to the field. */
const CUES: readonly Cue[] = [
  {
    says: /^\W*\d?\W*(four )?recommendations?,? with related actions.*$|^\W*\d\.?\s*four recommendations\b.*$/i,
    type: 'recommendation',
    section: 'recommendations',
  },
  { says: /^\W*recommendation(?!s)\W*(\d\b)?( and who)?( targeted to)?\s*[|:]?/i, type: 'recommendation', section: 'recommendations' },
  { says: /^\W*actions?(\(s\))?(?= |:|$)( for this)?( recommendation)?\s*[|:]?/i, type: 'action', section: 'recommendations' },
  { says: /^\W*indicators?(\(s\))?( of)?( change or success)?\s*[|:]?/i, type: 'indicator', section: 'recommendations' },
  { says: /^\W*\d?\W*progress:.*$/i, type: 'practice', section: 'practices' },
  { says: /^\W*\d?\W*governance mechanisms and the.*$/i, type: 'governance', section: 'governance' },
  { says: /^\W*\d?\W*governance( mechanisms)?\s*[|:]?/i, type: 'governance', section: 'governance' },
  { says: /^\W*\d?\W*(global )?compact\s*:/i, type: 'compact', section: 'compact' },
  { says: /^\W*\d?\W*implementing related targets.*$/i, type: 'lesson', section: 'agenda-2030' },
  { says: /^\W*\d?\W*recommendations and actions for women.*$/i, type: 'women', section: 'women' },
  { says: /^\W*\d?\W*women\s*[|:]/i, type: 'women', section: 'women' },
  { says: /^\W*\d?\W*children\s*[|:]\W*/i, type: 'children', section: 'children' },
  { says: /^.*\bpriority messages\b.*$/i, type: 'message', section: 'messages' },
  { says: /^\W*\d?\W*inspiring quotes?\b.*$/i, type: 'quote', section: 'quotes' },
  { says: /^\W*\d?\W*other information.*$/i, type: 'other', section: 'other' },
  { says: /^.*\bkey priorities and concerns\b.*$/i, type: 'priority', section: 'priorities' },
  { says: /^.*\bgood practices or effective\b.*$/i, type: 'practice', section: 'good-practices' },
  { says: /^.*\bcounter-productive\b.*\?$/i, type: 'counter', section: 'counter-productive' },
  { says: /^.*\bthree questions\b.*$/i, type: 'question', section: 'questions' },
  { says: /^.*\bwhat was learned from\b.*$/i, type: 'lesson', section: 'learned' },
  { says: /^.*\bexisting civil society structures\b.*$/i, type: 'network', section: 'networks' },
  { says: /^.*\blink with other movements\b.*$/i, type: 'link', section: 'links' },
  { says: /^.*\bcollective civil society action\b.*$/i, type: 'commitment', section: 'collective-action' },
  { says: /^\W*\d?\W*civil society commitments for the six months.*$/i, type: 'commitment', section: 'six-months-after' },
  { says: /^\W*\d?\W*civil society commitments for the next.*$/i, type: 'commitment', section: 'next-six-months' },
  { says: /^\W*\d?\W*reflections\b.*$/i, type: 'reflection', section: 'reflections' },
]

/** Help texts of the printed templates; each goes on until an empty line. */
const HELP =
  /^\W*(describe, as|provide here|if you like|if your session|did your session|one year after|do any of the|what 2 strategic|actions: for each|recommendations: describe|indicator\(s\) of change or success: what|please note|reporting template|section [ab]:|civil society convergences)/i
/** Pieces of labels that a table leaves behind. */
const LEFT_OVER =
  /^(\d? ?and who$|is targeted \(e\.g\.|\(?up to two|maximum\)?\.?$|targeted to$|and who$|on this$|change or success|recommendation$|first strategic step|second strategic step|action in the|months$|between june|december 2017$|will work on it|society will work|action in the next)/i
/** What follows says who will do the commitment before it. */
const WHO = /^\W*specifically who in civil(\s+society\W*will work on it\?)?\s*/i

export type ReadReport = { readonly notes: readonly NewNote[]; readonly unread: readonly string[] }

/** @returns the notes in order, and the lines before the first field, which belong to none */
export function readReportText(text: string, template: Template): ReadReport {
  const [notes, unread]: [NewNote[], string[]] = [[], []]
  let cue: Cue | undefined
  let who = false
  for (const block of blocks(text).filter(line => !HELP.test(line))) {
    const found = cueOf(block, template)
    if (found) cue = inThisPart(found, template, notes)
    const words = plain(found ? block.replace(found.says, '') : block)
    if (found) who = false
    if (WHO.test(block)) who = !addDoer(notes, plain(block.replace(WHO, '')))
    else if (words.length < 3 || isLeftOver(words)) continue
    else if (!cue) unread.push(words)
    else if (who) who = !addDoer(notes, words)
    else notes.push(draft(cue, words.replace(/^(first|second) strategic step or\W*/i, '')))
  }
  return { notes, unread }
}

/** What stands in a table beside such a piece is not one. */
const isLeftOver = (words: string) => LEFT_OVER.test(words) && words.length < 60

/** @returns whether these words say who does the last commitment */
function addDoer(notes: NewNote[], words: string): boolean {
  const last = notes.at(-1)
  if (words === '' || words.startsWith('society?') || last?.type !== 'commitment') return false
  notes.splice(-1, 1, { ...last, text: `${last.text} who: ${words}` })
  return true
}

const cueOf = (block: string, { sections }: Template): Cue | undefined =>
  CUES.find(({ says, section }) => says.test(block) && sections.some(({ id }) => id === section || id === `${section}-a`))

/** Without what makes it an item of a list or a row of a table. */
const plain = (text: string) =>
  text
    .replace(/^(\s*[-*•|)(:]+|\s*\d{1,2}[.)]|\s*e(?=\s\p{Lu}))+\s*/u, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Quotes stand twice in the template of two days. */
function inThisPart(cue: Cue, { sections }: Template, notes: readonly NewNote[]): Cue {
  if (cue.section !== 'quotes' || sections.some(({ id }) => id === 'quotes')) return cue
  const second = notes.some(({ section }) => section === 'learned' || section === 'collective-action')
  return { ...cue, section: second ? 'quotes-b' : 'quotes-a' }
}

function draft({ type, section }: Cue, text: string): NewNote {
  const part = type === 'action' || type === 'indicator'
  const mark = suspiciousSpots(text).join(', ')
  return { type, text: text.slice(0, 4000), proposed: false, ...(!part && { section }), ...(mark !== '' && { mark }) }
}

/** Paragraphs, items of lists and headings, each as one line. A help text takes what follows it up to an empty line. */
function blocks(text: string): string[] {
  const joined: string[] = []
  let open = false
  for (const line of text.split(/\r?\n/).map(raw => raw.trim())) {
    const heading = CUES.some(({ says }) => says.test(line)) || WHO.test(line) || LEFT_OVER.test(line)
    const help = HELP.test(line)
    const starts = heading || help || /^([-*•]|\d{1,2}[.)]\s|e\s\p{Lu})/u.test(line)
    if (line === '') open = false
    else {
      if (open && !starts) joined.push(`${joined.pop() ?? ''} ${line}`)
      else joined.push(line)
      open =
        help ||
        !(WHO.test(line) || LEFT_OVER.test(line) || CUES.some(({ says }) => says.test(line) && plain(line.replace(says, '')) === ''))
    }
  }
  return joined
}

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const SPOTS: readonly RegExp[] = [
  new RegExp(`\\b${MONTH}\\s+\\d{1,2}\\s?%|\\b\\d{1,2}\\s?%\\s+(?:of\\s+)?${MONTH}`, 'gi'),
  /\b1\s?%\s+ever\b/gi,
  /\b\p{Ll}+\d\p{Ll}+\b/gu,
  /\b(\p{L}{2,})\s+\1\b/giu,
  /\bhttps?:\s+\S+|\bwww\.\s+\S+|https?:\/\/\S*https?:\/\/\S*/gi,
  /\uFFFD+/g,
]

/** Words that a scan or an export has probably damaged. A rapporteur decides what they should be. */
export const suspiciousSpots = (text: string): string[] => [...new Set(SPOTS.flatMap(shape => text.match(shape) ?? []))]

/** Purpose: what a note says besides its words: whom a recommendation addresses, who will do a commitment and by when. Read when asked, never stored. */
import { readDue } from '../commitments/read-due.ts'
import { TARGETS, type Target } from '../library/entry.ts'
import type { NoteType } from './note-types.ts'

export type Details = {
  /** The words without what is said in `for:`, `who:`, `due:`. */
  readonly words: string
  readonly targets: readonly Target[]
  readonly who: string
  readonly due: { readonly on: string | null; readonly words: string }
}

const NONE = { targets: [], who: '', due: { on: null, words: '' } } as const

/** @param today of the session, from which “in six months” counts */
export function readDetails(type: NoteType, text: string, today: Temporal.PlainDate): Details {
  if (type === 'recommendation' || type === 'priority') return recommendation(text)
  if (type === 'commitment' || type === 'action') return commitment(text, today)
  return { words: text, ...NONE }
}

function recommendation(text: string): Details {
  const [all, given] = /\s*\b(?:for|target|targets|to|pour|para):\s*(\S.*)$/is.exec(text) ?? []
  const words = all ? text.replace(all, '').trim() : text
  return { words, ...NONE, targets: targetsIn(given ?? subjectOf(words)) }
}

/** What stands before “should”: the ones who are addressed. */
const subjectOf = (text: string) =>
  /^(.{3,160}?)\s(?:should|must|need|ought|devrai(?:en)?t|doi(?:ven)?t|deben?|deberían?|ينبغي|يجب)/isu.exec(text)?.[1] ?? ''

const NAMES: Readonly<Record<Target, RegExp>> = {
  states: /\b(states?|governments?|national|gov|États?|gouvernements?|estados?|gobiernos?)\b|الدول|الحكومات/i,
  cities: /\b(cit(y|ies)|local|mayors?|municipal\w*|villes?|ciudad(es)?)\b|المدن/i,
  'civil-society': /\b(civil[ -]society|ngos?|csos?|société civile|sociedad civil)\b|المجتمع المدني/i,
  'international-agencies': /\b(international (agenc|organi[sz])\w*|un|agences internationales|organismos internacionales)\b/i,
  media: /\b(media|médias|medios|press)\b|الإعلام/i,
  'private-sector': /\b(private[ -]sector|business(es)?|compan(y|ies)|employers?|secteur privé|sector privado)\b/i,
  diaspora: /\b(diasporas?)\b|الشتات/i,
  migrants: /\b(migrants?|migrantes)\b|المهاجرين/i,
  schools: /\b(schools?|écoles?|escuelas?)\b|المدارس/i,
  'faith-groups': /\b(faith|religious|churches)\b/i,
  'trade-unions': /\b(unions?|syndicats?|sindicatos?)\b/i,
  academia: /\b(academia|universit\w+|researchers)\b/i,
  donors: /\b(donors?|funders?|bailleurs|donantes)\b/i,
  public: /\b(the public|everybody|le public|el público)\b/i,
}
const targetsIn = (words: string): Target[] => TARGETS.filter(target => words.toLowerCase().includes(target) || NAMES[target].test(words))

const WHO = 'who|qui|quién'
const DUE = 'due|by|pour|fecha'
/** A named part of the line: its name, and its words up to the next named part. */
const part = (names: string) => new RegExp(`\\s*(?<![\\p{L}\\p{N}])(?:${names}):\\s*(.+?)(?=\\s+(?:${WHO}|${DUE}):|$)`, 'isu')
const WHO_PART = part(WHO)
const DUE_PART = part(DUE)

function commitment(text: string, today: Temporal.PlainDate): Details {
  const [givenWho, who] = WHO_PART.exec(text) ?? []
  const [givenDue, due] = DUE_PART.exec(text) ?? []
  const rest = text.replace(givenWho ?? '', '').replace(givenDue ?? '', '')
  const words = unquoted(rest.trim().replace(/^(?:what|quoi|qué):\s*/iu, ''))
  const dueWords = due === undefined ? dueIn(words, today).trim() : unquoted(due)
  return {
    words,
    targets: [],
    who: who === undefined ? doerOf(words).trim() : unquoted(who),
    due: { on: readDue(dueWords, today), words: dueWords },
  }
}

/** Without the quotes around the whole of it, which commands need for values of several words. */
const unquoted = (words: string) => /^["“«]\s*([^"“”«»]*?)\s*["”»]$/u.exec(words.trim())?.[1] ?? words.trim()

/** The last “by …” that is a date. */
function dueIn(text: string, today: Temporal.PlainDate): string {
  const found = Array.from(
    text.matchAll(/(?:\b(?:by|before|until|avant|d[’']ici(?: à)?|antes de|para|hasta)|قبل)\s+([^.;]{3,60})/giu),
    ([, words = '']) => words,
  )
  return found.findLast(words => readDue(words, today) !== null) ?? ''
}

/** “Diaspora Forum will …”: short and written as a name. A guess that binds nobody: owners accept for themselves. */
function doerOf(text: string): string {
  const subject = /^(.{2,60}?)\s(?:will|commits?|agrees?|s[’']engage|se compromete|va a)\s/iu.exec(text)?.[1] ?? ''
  return /^\p{Lu}/u.test(subject) && subject.split(/\s+/).length <= 7 && !/^(We|They|It|There|Nous|Ils)\b/.test(subject) ? subject : ''
}

/** Purpose: the stem of an English word by Martin Porter's second algorithm (snowballstem.org), for lower-case words without apostrophes. */

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
])
const UNCHANGED = /^(?:sky|news|howe|atlas|cosmos|bias|andes)$/
const UNCHANGED_WITHOUT_S = /^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/

// A y that is a consonant is written Y while the word is worked on.
const VOWEL = /[aeiouy]/
const AFTER_VOWEL = /[aeiouy][^aeiouy]/
const SHORT_END = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/
const DOUBLE_END = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/

const STEP2: Endings = {
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  izer: 'ize',
  ization: 'ize',
  ational: 'ate',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  aliti: 'al',
  alli: 'al',
  fulness: 'ful',
  ousli: 'ous',
  ousness: 'ous',
  iveness: 'ive',
  iviti: 'ive',
  biliti: 'ble',
  bli: 'ble',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
}
const STEP3: Endings = { tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '', ative: '' }
const STEP4: Endings = Object.fromEntries(
  ['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion'].map(
    end => [end, ''],
  ),
)

type Endings = Readonly<Record<string, string>>
/** The word, and where its first and second region begin: endings may go only from there. */
type Work = { word: string; readonly r1: number; readonly r2: number }

export function stemEnglish(word: string): string {
  if (word.length < 3 || UNCHANGED.test(word)) return word
  const exception = EXCEPTIONS.get(word)
  if (exception !== undefined) return exception
  const marked = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y')
  const r1 = firstRegion(marked)
  const work = { word: marked, r1, r2: regionAfter(marked, r1) }
  dropS(work)
  if (UNCHANGED_WITHOUT_S.test(work.word)) return work.word
  dropEdAndIng(work)
  work.word = work.word.replace(/(?<=.[^aeiouy])[yY]$/, 'i')
  replaceEnding(work, STEP2, work.r1, allowsStep2)
  replaceEnding(work, STEP3, work.r1, ending => ending !== 'ative' || startOf(work, ending) >= work.r2)
  replaceEnding(work, STEP4, work.r2, ending => ending !== 'ion' || /[st]ion$/.test(work.word))
  dropE(work)
  return work.word.replace(/Y/g, 'y')
}

function firstRegion(word: string): number {
  const known = /^(?:gener|commun|arsen)/.exec(word)
  return known ? known[0].length : regionAfter(word, 0)
}

function regionAfter(word: string, from: number): number {
  const found = AFTER_VOWEL.exec(word.slice(from))
  return found ? from + found.index + 2 : word.length
}

function dropS(work: Work): void {
  const { word } = work
  if (word.endsWith('sses')) work.word = word.slice(0, -2)
  else if (/ie[ds]$/.test(word)) work.word = word.slice(0, word.length > 4 ? -2 : -1)
  else if (/[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2))) work.word = word.slice(0, -1)
}

function dropEdAndIng(work: Work): void {
  const { word } = work
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed) {
    if (eed.index >= work.r1) work.word = `${word.slice(0, eed.index)}ee`
    return
  }
  const ending = /(?:ed|edly|ing|ingly)$/.exec(word)
  if (!ending || !VOWEL.test(word.slice(0, ending.index))) return
  const rest = word.slice(0, ending.index)
  if (/(?:at|bl|iz)$/.test(rest)) work.word = `${rest}e`
  else if (DOUBLE_END.test(rest)) work.word = rest.slice(0, -1)
  else work.word = SHORT_END.test(rest) && work.r1 >= rest.length ? `${rest}e` : rest
}

/** The longest ending alone is tried; if it may not be replaced then nothing is. */
function replaceEnding(work: Work, endings: Endings, from: number, allows: (ending: string, word: string) => boolean): void {
  for (let length = Math.min(7, work.word.length); length >= 2; length--) {
    const ending = work.word.slice(-length)
    const other = endings[ending]
    if (other === undefined) continue
    if (startOf(work, ending) >= from && allows(ending, work.word)) work.word = work.word.slice(0, -length) + other
    return
  }
}

const startOf = ({ word }: Work, ending: string) => word.length - ending.length

const allowsStep2 = (ending: string, word: string) =>
  ending === 'ogi' ? word.endsWith('logi') : ending !== 'li' || /[cdeghkmnrt]li$/.test(word)

function dropE(work: Work): void {
  const { word, r1, r2 } = work
  const last = word.length - 1
  if (word.endsWith('e') && (last >= r2 || (last >= r1 && !SHORT_END.test(word.slice(0, -1))))) work.word = word.slice(0, -1)
  else if (word.endsWith('ll') && last >= r2) work.word = word.slice(0, -1)
}

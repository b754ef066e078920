/** Purpose: single words that could be somebody's first name: written like a name where nothing else asks for a capital. A rapporteur decides. */

export type Vocabulary = {
  /** A name that is no secret: an organisation of the library, a place, a word of the template. */
  isKnown(name: string): boolean
  /** An ordinary word, in small letters: of English, of the library, of the notes themselves. */
  isWord(word: string): boolean
}

/** First names that are words as well; with a capital inside a sentence they are taken for names. */
const BOTH = new Set(
  'adrian amber angel art bill brian christian carol daisy dale dawn dean dick eve fabian faith frank gene glen grace grant guy harry heather hope iris jack jade jean john joy julian lance lily maria mark max may miles nick norm olive pat patience peter ray rich rob robin rose ruby sandy sean sebastian sue summer therese victor victoria violet vivian will'.split(
    ' ',
  ),
)
/** Who is said to have said something, in four languages. */
const SAYING =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Ll}’'-]+)\s+(?:said|says|told|asked|explained|added|suggested|dit|a\s+dit|explique|a\s+expliqué|dijo|dice|explicó|contó)(?![\p{L}])|قالت?\s+((?!ال)\p{L}{3,})/gu
const PRONOUNS = /^(I|He|She|They|We|You|It|Who|One|Il|Elle|On|Nous|Vous|Ils|Elles|Qui|Cela|Ella|Él|Ellos|Ellas|Nosotros|Usted|Quien)$/
const CAPITALISED = /(?<![\p{L}\p{N}’'@#/.-])\p{Lu}[\p{Ll}][\p{L}’'-]*/gu
/** What a sentence starts after; a colon and an opening quote start one, too. */
const STARTS = /(?:^|[.!?؟:;…\n]|[“"«„(–—•-])\s*$/u

/** English words that are too short for the list of words. */
const LITTLE = /^(?:we|he|is|it|to|of|in|by|at|so|my|us)$/
const SIGNED = /\S\s*[(–—]\s*$/u

/** @param taken the places of longer names, which are judged as a whole */
export function couldBeNames(
  text: string,
  vocabulary: Vocabulary,
  taken: readonly { readonly from: number; readonly to: number }[],
): string[] {
  const inside = (at: number) => taken.some(({ from, to }) => at >= from && at < to)
  const capitalised = Array.from(text.matchAll(CAPITALISED), ({ 0: word, index }) => ({
    word: withoutEnding(word),
    index,
    end: index + word.length,
  }))
  const found = capitalised.filter(one => !inside(one.index) && isUnexpected(text, one, vocabulary)).map(({ word }) => word)
  const speakers = Array.from(text.matchAll(SAYING), ({ 1: latin, 2: arabic, index }) => ({ word: latin ?? arabic ?? '', index }))
    .filter(({ word, index }) => !inside(index) && !PRONOUNS.test(word) && !isOrdinary(word, vocabulary))
    .map(({ word }) => word)
  return [...new Set([...found, ...speakers])].filter(word => !vocabulary.isKnown(word))
}

/** “Ana’s” is Ana. */
const withoutEnding = (word: string) => word.replace(/[’'](?:s|S)?$/, '').replace(/[’'-]+$/, '')

type Capitalised = { readonly word: string; readonly index: number; readonly end: number }
function isUnexpected(text: string, { word, index, end }: Capitalised, vocabulary: Vocabulary): boolean {
  if (word.length < 3 || isOrdinary(word, vocabulary)) return false
  // “(Ana)” and “– Ana” after the words are a signature.
  if (SIGNED.test(text.slice(0, index)) && /^\s*[).,;]?\s*$/.test(text.slice(end))) return true
  if (!STARTS.test(text.slice(0, index))) return true
  // At a start every word has a capital: only in English do we know enough words to say that this is none.
  const [, next = ''] = /^\s*:?\s+([\p{L}’']+)/u.exec(text.slice(end)) ?? []
  return LITTLE.test(next) || (next !== '' && vocabulary.isWord(next.toLowerCase()))
}

function isOrdinary(word: string, { isWord }: Vocabulary): boolean {
  const small = word.toLowerCase()
  if (BOTH.has(small)) return false
  const knows = (part: string) => isWord(part) || CALENDAR.has(part) || PEOPLES.test(part) || endings(part).some(isWord)
  return knows(small) || small.split('-').every(knows)
}

/** What a word may be without its ending. */
const endings = (word: string) => [/s$/, /es$/, /ly$/, /ing$/, /ed$/].flatMap(end => (end.test(word) ? [word.replace(end, '')] : []))

/** Syrian, Portuguese, British, Muslim: peoples, their languages and their faiths. */
const PEOPLES =
  /^(?:\p{L}{2,}(?:ian|ean|ese|ish)|african|american|german|roman|cuban|afghan|mexican|moroccan|muslim|christian|jew|arab|greek|turk|french|czech|dutch|swiss|thai|iraqi|pakistani|bangladeshi|somali|roma|sinti|kurd)s?$/u

const CALENDAR = new Set(
  ['en', 'fr', 'es'].flatMap(language =>
    Array.from({ length: 12 }, (_, at) => Temporal.PlainDate.from({ year: 2026, month: at + 1, day: at + 1 })).flatMap(day =>
      [day.toLocaleString(language, { month: 'long' }), day.toLocaleString(language, { weekday: 'long' })].map(name => name.toLowerCase()),
    ),
  ),
)

/** Purpose: read the lexicon in the plain form in which it is kept, thirty times faster and leaner than a whole YAML parser can. */

// Anything beyond these shapes (comments at the end of a line, block lists, quotes with escapes) is left to the YAML parser.
const CONCEPT = /^- concept: ([a-z0-9-]+)$/
const ASIDE = '  aside: true'
const WIDTH = /^ {2}(narrow|wide):$/
const WORDS = /^ {4}([a-z]{2}): \[(.*)\]$/
const NOTHING = /^(#.*)?$/
/** One word of a list: in double quotes, or plain. */
const WORD = /\s*(?:"([^"\\]*)"|([^",[\]{}]+?))\s*(?:,|$)/y
/** What YAML would read as something else than the word itself. */
const NOT_PLAIN = /^[-?:&*!|>%@`'#]|: | #|:$|^(true|false|null|yes|no|on|off|~|[-+.\d]+)$/i

type Lists = Record<string, string[]>
type PlainConcept = { concept: string; aside?: true; narrow?: Lists; wide?: Lists }

/** Undefined when the text is not in the plain form. */
export function readPlainLexicon(text: string): PlainConcept[] | undefined {
  const concepts: PlainConcept[] = []
  let lists: Lists | undefined
  for (const line of text.split('\n')) {
    const words = WORDS.exec(line)
    if (words?.[1] !== undefined && words[2] !== undefined) {
      const list = splitWords(words[2])
      if (!lists || !list || lists[words[1]]) return undefined
      lists[words[1]] = list
      continue
    }
    const width = WIDTH.exec(line)?.[1]
    const concept = concepts.at(-1)
    if (width === 'narrow' || width === 'wide') {
      if (!concept || concept[width]) return undefined
      lists = concept[width] = {}
      continue
    }
    if (line === ASIDE && concept && !concept.aside) {
      concept.aside = true
      continue
    }
    const id = CONCEPT.exec(line)?.[1]
    if (id !== undefined) concepts.push({ concept: id })
    else if (!NOTHING.test(line)) return undefined
    if (id !== undefined) lists = undefined
  }
  return concepts
}

function splitWords(inside: string): string[] | undefined {
  const words: string[] = []
  WORD.lastIndex = 0
  while (WORD.lastIndex < inside.length) {
    const [, quoted, plain] = WORD.exec(inside) ?? []
    const word = quoted ?? plain
    if (word === undefined || (quoted === undefined && NOT_PLAIN.test(word))) return undefined
    words.push(word)
  }
  return words
}

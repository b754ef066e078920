/** Purpose: know the real words of English, so that none of them is taken for a typing mistake, and the everyday ones among them. */
import { readFile } from 'node:fs/promises'

export type CommonWords = {
  has(word: string): boolean
  /** Is it one of the few thousand words that stand in any text? */
  isEveryday(word: string): boolean
  /** All of them. */
  words(): string[]
}

const LIST = new URL('../../../seeds/common-words.txt', import.meta.url)

export async function loadCommonWords(file: URL = LIST): Promise<CommonWords> {
  return commonWordsOf(await readFile(file, 'latin1'))
}

/** Searches the sorted text as it is: 40,000 strings in a set would take ten times the memory. Lines with `#` are remarks, a star marks everyday words. */
export function commonWordsOf(text: string): CommonWords {
  const list = `\n${text.replace(/^#.*\n/gm, '').trim()}\n`
  return {
    has: word => find(list, word) !== undefined,
    isEveryday: word => find(list, word) === `${word}*`,
    words: () => list.trim().replaceAll('*', '').split('\n'),
  }
}

function find(list: string, word: string): string | undefined {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const start = list.lastIndexOf('\n', (low + high) >> 1)
    const end = list.indexOf('\n', start + 1)
    if (end < 0) return undefined
    const line = list.slice(start + 1, end)
    const here = line.endsWith('*') ? line.slice(0, -1) : line
    if (here === word) return line
    if (here < word) low = end
    else high = start
  }
  return undefined
}

/** Purpose: every language is set as its readers expect: its spaces, quotation marks and commas; and typed things keep their order in Arabic. */
import { describe, expect, test } from 'vitest'
import { CATALOGUES, type Language } from '../../src/locales/say.ts'

describe('French', () => {
  test('has a narrow no-break space before : ; ? ! and inside « »', () => {
    expect(broken('fr', /(?<!\u202f)[;?!](\s|$)|[^\u202f\p{Ll}]:(?!\u202f)(\s|$)|«[^\u202f]|[^\u202f:]»/u)).toEqual([])
  })

  test('quotes with « »', () => expect(broken('fr', /[“”"]/)).toEqual([]))
})

describe('Spanish', () => {
  test('quotes with «»', () => expect(broken('es', /[“”"]/)).toEqual([]))

  test('opens its questions and exclamations', () => {
    expect(broken('es', /^[^¿]*\?|^[^¡]*!/)).toEqual([])
  })

  test('says tú, never usted', () => {
    expect(broken('es', /(?<!\p{L})(usted|elija|pulse|escriba|añada|pruebe|guarde|espere|pida|avise|vuelva|podrá)(?!\p{L})/iu)).toEqual([])
  })
})

describe('Arabic', () => {
  test('has its own comma, semicolon and question mark', () => {
    expect(broken('ar', /[\u0621-\u064a\u064b-\u0652]\s?[,;?]/)).toEqual([])
    expect(broken('ar', /[“”"]/)).toEqual([])
  })

  test('keeps what is typed from left to right', () => {
    const bare = (message: string) => message.replace(/\u200e<code>[^<]*<\/code>\u200e|\u200e[/@][^\u200e]*\u200e/g, '')
    expect(keys('ar').filter(key => /<code>|[/@][a-z]/.test(bare(CATALOGUES.ar[key])))).toEqual([])
  })

  test('counts in its six numbers wherever the number is said', () => {
    const six = ['zero', 'one', 'two', 'few', 'many', 'other']
    const counting = (message: string) => /(few|many) \{/.test(message)
    const short = keys('ar').filter(key => counting(CATALOGUES.ar[key]) && !six.every(number => CATALOGUES.ar[key].includes(`${number} {`)))
    expect(short).toEqual([])
  })
})

const keys = (language: Language) =>
  Object.keys(CATALOGUES[language]).filter((key): key is keyof typeof CATALOGUES.en => key in CATALOGUES.en)

/** The sentences in which a pattern is found, outside of what is typed. */
const broken = (language: Language, pattern: RegExp): string[] =>
  keys(language).filter(key => pattern.test(wordsOf(CATALOGUES[language][key])))

/** A sentence with its plurals opened, its values as one capital and what is typed left out. */
const wordsOf = (message: string) =>
  message
    .replace(/<code>.*?<\/code>/g, 'X')
    .replace(/\{\w+, (plural|select),/g, '')
    .replace(/(=\d+|zero|one|two|few|many|other|n\d|[a-z]+) \{/g, ' ')
    .replace(/\{\w+\}/g, 'X')
    .replace(/\}/g, '')

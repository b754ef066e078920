/** Purpose: the small words of each language: which of them carry nothing, and which language a question is in. */
import type { LexiconLanguage } from '../lexicon.ts'
import type { CommonWords } from './common-words.ts'
import { fold } from './fold.ts'

const set = (words: string) => new Set(words.split(/\s+/).map(fold))

/** Words that only point: left out of phrases, so that "right to the city" is "right to city". */
export const POINTERS: Readonly<Record<LexiconLanguage, ReadonlySet<string>>> = {
  en: set('the an of their our your his her its my this that these those some any'),
  fr: set('le la les un une des du de au aux ce cet cette ces leur leurs notre nos votre vos son sa ses mon ma mes'),
  es: set('el la los las un una unos unas del de al este esta estos estas su sus nuestro nuestra mi mis lo'),
  pt: set('os as um uma uns umas do da dos das de ao aos este esta estes estas seu sua seus suas nosso nossa no na nos nas'),
  ar: set('هذا هذه ذلك تلك هؤلاء'),
}

/** Words that are too common to search for, beside the pointers. */
export const SMALL_WORDS: Readonly<Record<LexiconLanguage, ReadonlySet<string>>> = {
  en: set(`and or but not no nor if then than so as at by for from in into on onto off out over to up with within without about above across after against along
    among around before behind below between beyond down during near per since through toward towards under until upon via while
    am is are was were be been being do does did doing done has have had having can could may might must shall should will would
    he she it they them we us you me him himself themselves ourselves yourself itself who whom whose which what when where why how there here
    all also always another both each else even ever every few just less lot lots many more most much never now only other others own same several such too very yet
    again already away back because like etc via vs ie eg don didn doesn isn aren wasn ve re ll need needs want wants let lets get gets getting got give gives given giving go goes going
    make makes making made take takes taking put putting use used using uses thing things way ways someone something anyone anything everyone one ones please tell show find look looking search know
    able try trying keep say says said come comes see seen still really quite well around whether though however am i`),
  fr: set(`et ou mais ni si que qui quoi dont quel quelle quels quelles comment pourquoi quand combien est sont etre etait ont avoir avait fait faire peut peuvent pouvoir doit doivent devoir
    dans en sur sous pour par avec sans chez vers entre contre depuis pendant apres avant je tu il elle on nous vous ils elles se ne pas plus moins tres tout tous toute toutes aussi
    autre autres meme mêmes afin ainsi car donc lors lorsque puis trouver chercher cherche veux voudrais besoin ont qu jusqu lorsqu aujourd hui eux lui y a`),
  es: set(`y e o u pero ni si que quien quienes cual cuales como cuando cuanto cuantos cuanta cuantas donde es son ser era fue fueron esta estan estar hay ha han haber hacer hace hacen puede pueden poder debe deben deber
    en sobre para por con sin desde hasta entre contra hacia segun durante yo tu el ella nosotros ustedes ellos ellas se no mas menos muy todo todos toda todas tambien
    otro otros otra otras mismo misma asi porque pues les le nos me buscar busco encontrar quiero necesito a`),
  pt: set(`ou mas nem se que quem qual quais como quando quanto quantos quanta quantas onde porque sao ser era foi foram esta estao estar ha tem ter fazer faz fazem pode podem poder deve devem dever
    em sobre para por com sem desde ate entre contra durante eu tu ele ela nos voces eles elas nao mais menos muito todo todos toda todas tambem
    outro outros outra outras mesmo mesma assim pois lhe lhes me procurar procuro encontrar quero preciso pelo pela pelos pelas num numa`),
  ar: set(
    `في من على عن الى مع بين ضد حول عند بعد قبل خلال منذ حتى لكن او ام ثم هل ما ماذا من كيف لماذا متى اين كم هو هي هم هن نحن انا انت انتم التي تي الذي ذي الذين ذين كل بعض غير اي ان كان كانت يكون تكون قد لا لم لن ليس يمكن يجب تجاه لدي هناك`,
  ),
}

const OTHERS = ['fr', 'es', 'pt'] as const

/** English unless more of the words speak for another language. `knows`: is it a lexicon word of that language? */
export function guessLanguage(
  words: readonly string[],
  knows: (language: LexiconLanguage, word: string) => boolean,
  common: CommonWords,
): LexiconLanguage {
  if (words.some(word => /[\u0600-\u06ff]/.test(word))) return 'ar'
  const votes = new Map<LexiconLanguage, number>([['en', 0.1]])
  const vote = (language: LexiconLanguage, by: number) => votes.set(language, (votes.get(language) ?? 0) + by)
  for (const word of words) {
    const english = POINTERS.en.has(word) || SMALL_WORDS.en.has(word)
    if (english) vote('en', 1)
    else if (common.has(word) || knows('en', word)) vote('en', 0.7)
    for (const language of OTHERS) {
      if (POINTERS[language].has(word) || SMALL_WORDS[language].has(word)) vote(language, english ? 0.6 : 1)
      else if (knows(language, word)) vote(language, 0.7)
    }
  }
  return [...votes].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

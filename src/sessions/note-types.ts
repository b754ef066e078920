/** Purpose: the types of notes, and every word and short form that a rapporteur may type for one, in the four languages. */

/** What a rapporteur types first, the short form before the others. */
const WORDS = {
  practice: 'p practice practices pratique práctica ممارسة',
  recommendation: 'r rec reco recommendation recommendations recommandation recomendación توصية',
  action: 'a action actions acción إجراء',
  indicator: 'i indicator indicators indicateur indicador مؤشر',
  commitment: 'c commit commits commitment commitments engagement compromiso التزام',
  message: 'm message messages msg mensaje رسالة',
  question: 'q question questions pregunta سؤال',
  quote: 'qt quote quotes citation cita اقتباس',
  lesson: 'l lesson lessons learned leçon lección درس',
  counter: 'x counter counters cp counter-practice contre contra مضاد',
  priority: 'pr priority priorities concern priorité prioridad أولوية',
  network: 'n network networks structure réseau red شبكة',
  link: 'k link links movement movements lien enlace صلة',
  governance: 'g governance gouvernance gobernanza حوكمة',
  compact: 'gc compact pacte pacto ميثاق',
  women: 'w women femmes mujeres نساء',
  children: 'ch children enfants niños أطفال',
  reflection: 'rf reflection reflections réflexion reflexión تأمل',
  decision: 'd decision decisions agreed décision decisión قرار',
  other: 'o other others info autre otro أخرى',
} as const

export type NoteType = keyof typeof WORDS
export const NOTE_TYPES = [
  'practice',
  'recommendation',
  'action',
  'indicator',
  'commitment',
  'message',
  'question',
  'quote',
  'lesson',
  'counter',
  'priority',
  'network',
  'link',
  'governance',
  'compact',
  'women',
  'children',
  'reflection',
  'decision',
  'other',
] as const satisfies readonly NoteType[]

const byWord = new Map(NOTE_TYPES.flatMap(type => WORDS[type].split(' ').map(word => [fold(word), type] as const)))

export const noteTypeOf = (word: string): NoteType | undefined => byWord.get(fold(word))

/** One or two letters could be a word of the language (“a campaign …”), so alone they only count in small letters and before more words. */
export const isShort = (word: string) => fold(word).length <= 2

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

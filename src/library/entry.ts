/** Purpose: what one record of the library is, and what makes it valid; seeds, stores, imports and forms all pass through here. */
import { z } from 'zod'

/** Each kind with the prefix of its ids: a practice is `P-014`. Prefixes are never reused for another kind. */
export const ID_PREFIXES = {
  practice: 'P',
  recommendation: 'R',
  resource: 'RS',
  service: 'SV',
  commitment: 'C',
  message: 'M',
  question: 'Q',
  'counter-practice': 'CP',
  fact: 'F',
  quote: 'QT',
  lesson: 'L',
  governance: 'G',
} as const

export const KINDS = [
  'practice',
  'recommendation',
  'resource',
  'service',
  'commitment',
  'message',
  'question',
  'counter-practice',
  'fact',
  'quote',
  'lesson',
  'governance',
] as const satisfies readonly (keyof typeof ID_PREFIXES)[]
export type Kind = (typeof KINDS)[number]

/** Whom an entry addresses. */
export const TARGETS = [
  'states',
  'cities',
  'civil-society',
  'international-agencies',
  'media',
  'private-sector',
  'diaspora',
  'migrants',
  'schools',
  'faith-groups',
  'trade-unions',
  'academia',
  'donors',
  'public',
] as const
export type Target = (typeof TARGETS)[number]

/** Whom an entry is about. */
export const CONCERNS = [
  'women',
  'children',
  'youth',
  'unaccompanied-children',
  'families',
  'refugees',
  'asylum-seekers',
  'undocumented',
  'displaced',
  'migrant-workers',
  'domestic-workers',
  'diaspora',
  'returnees',
  'students',
  'older-people',
  'people-with-disabilities',
  'lgbti',
  'victims-of-trafficking',
  'victims-of-violence',
  'detainees',
  'newcomers',
  'local-residents',
  'minorities',
  'left-behind-families',
] as const
export type Concern = (typeof CONCERNS)[number]

const words = (text: string) => text.trim().split(/\s+/).length
const text = (most: number) => z.string().trim().min(1).max(most)
const sentence = text(600)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as new-york')
const id = z.string().regex(/^[A-Z]{1,2}-\d{3,}$/, 'an id such as P-014')

/** One entry as an editor writes it. Themes and places are ids of `seeds/themes.yaml` and `seeds/places.yaml`. */
export const entrySchema = z
  .strictObject({
    id,
    kind: z.enum(KINDS),
    title: sentence.refine(text => words(text) <= 12, 'at most 12 words'),
    summary: text(1200).refine(said => words(said) >= 25 && words(said) <= 100, '25 to 100 words'),
    themes: z.array(slug).min(1).max(4),
    places: z.array(slug).default([]),
    organisations: z.array(sentence).default([]),
    targets: z.array(z.enum(TARGETS)).default([]),
    concerns: z.array(z.enum(CONCERNS)).default([]),
    actions: z.array(sentence).default([]),
    indicators: z.array(sentence).default([]),
    asks: z.array(sentence).default([]),
    related: z.array(id).default([]),
    section: sentence,
    year: z.int().min(1900).max(2100).optional(),
    address: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(entry => entry.id.startsWith(`${ID_PREFIXES[entry.kind]}-`), {
    path: ['id'],
    error: 'the prefix of its kind, such as P for a practice',
  })
  .refine(entry => entry.kind !== 'recommendation' || entry.targets.length > 0, {
    path: ['targets'],
    error: 'at least one target for a recommendation',
  })

/** The document that entries come from. */
export const sourceSchema = z.strictObject({
  id: slug,
  title: sentence,
  year: z.int().min(1900).max(2100),
  event: sentence,
})

export type Source = z.infer<typeof sourceSchema>
export type SeedEntry = z.infer<typeof entrySchema>
/** An entry in the library: what was written, and the document that it is from. */
export type Entry = SeedEntry & { source: Source }

/** Purpose: judge search as the bench and its floor in the tests do: read judged queries, score the first five answers. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const thingSchema = z.object({ grade: z.int().min(1).max(3), about: z.string(), match: z.array(z.string()).min(1) })
const querySchema = z.object({
  id: z.string(),
  lang: z.string(),
  type: z.string(),
  kind: z.string(),
  q: z.string(),
  relevant: z.array(thingSchema),
})
export type JudgedQuery = z.infer<typeof querySchema>

export const readQueries = async (file: string | URL): Promise<JudgedQuery[]> =>
  z.array(querySchema).parse(JSON.parse(await readFile(file, 'utf8')))

/** `recall`: the share of the things asked about (five at most) that the first five answers are about. */
export type Marks = {
  readonly ndcg: number
  readonly recall: number
  readonly rank: number
  readonly hit: number
  readonly silent: boolean
}

const FIRST = 5
const gain = (grade: number) => 2 ** grade - 1
const discounted = (grades: readonly number[]) => grades.reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0)

/** `answers` are the texts of what was found, best first. */
export function judge(query: JudgedQuery, answers: readonly string[]): Marks {
  const things = query.relevant.map(({ grade, match }) => ({ grade, patterns: match.map(pattern => new RegExp(pattern, 'i')) }))
  const first = answers.slice(0, FIRST)
  const about = first.map(text => things.filter(({ patterns }) => patterns.every(pattern => pattern.test(text))))
  const grades = about.map(found => Math.max(0, ...found.map(({ grade }) => grade)))
  const best = query.relevant.map(({ grade }) => grade).sort((a, b) => b - a)
  const firstHit = grades.findIndex(grade => grade > 0)
  return {
    ndcg: Math.min(1, discounted(grades) / (discounted(best.slice(0, FIRST)) || 1)),
    recall: Math.min(1, new Set(about.flat()).size / Math.max(1, Math.min(FIRST, things.length))),
    rank: firstHit < 0 ? 0 : 1 / (firstHit + 1),
    hit: firstHit < 0 ? 0 : 1,
    silent: answers.length === 0,
  }
}

export type Line = {
  readonly name: string
  readonly queries: number
  readonly ndcg: number
  readonly recall: number
  readonly mrr: number
  readonly hit: number
}
export type Judged = { readonly query: JudgedQuery; readonly marks: Marks }

export const isNegative = ({ relevant }: JudgedQuery) => relevant.length === 0

export function summarise(name: string, judged: readonly Judged[]): Line {
  const real = judged.filter(({ query }) => !isNegative(query))
  const mean = (of: (marks: Marks) => number) => real.reduce((sum, { marks }) => sum + of(marks), 0) / Math.max(1, real.length)
  return { name, queries: real.length, ndcg: mean(m => m.ndcg), recall: mean(m => m.recall), mrr: mean(m => m.rank), hit: mean(m => m.hit) }
}

/** The share of off-topic questions that rightly get nothing, and of real ones that wrongly do. */
export function silence(judged: readonly Judged[]): { readonly rightly: string; readonly wrongly: string } {
  const share = (of: readonly Judged[]) => `${of.filter(({ marks }) => marks.silent).length} of ${of.length}`
  return {
    rightly: share(judged.filter(({ query }) => isNegative(query))),
    wrongly: share(judged.filter(({ query }) => !isNegative(query))),
  }
}

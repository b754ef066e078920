/** Purpose: read the tables of `seeds/places.yaml` as editors write them, row by row, noting every mistake. */
import { parse } from 'yaml'
import { z } from 'zod'

export const PLACE_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'] as const
/** From large to small. */
export const PLACE_KINDS = ['region', 'country', 'area', 'city'] as const

export type PlaceNames = Readonly<Record<(typeof PLACE_LANGUAGES)[number], string>>
export type PlaceRow = {
  readonly id: string
  readonly kind: (typeof PLACE_KINDS)[number]
  readonly liesIn: readonly string[]
  readonly code?: string
  readonly names: PlaceNames
  readonly also: readonly string[]
}

/** What is wrong, and the ids of rows that could not be read: who lies in them need not hear of it. */
export type Findings = { readonly mistakes: string[]; readonly unread: Set<string> }

export function readPlaceTables(text: string, findings: Findings): PlaceRow[] {
  const tables = readTables(text, findings)
  if (!tables) return []
  const read = <Row>(section: keyof Tables, schema: RowSchema<Row>) => readRows(tables[section], section, schema, findings)
  const renamed = new Map(read('country names', renamedSchema).map(row => [row.place, namesOf(row)]))
  const countries = read('countries', countrySchema).map(asCountry(renamed))
  const unknown = [...renamed.keys()].filter(id => !findings.unread.has(id) && !countries.some(country => country.id === id))
  findings.mistakes.push(...unknown.map(id => mistake(id, 'place', 'the id of a country', id)))
  return [
    ...read('regions', placeSchema).map(asRow('region')),
    ...countries,
    ...read('areas', placeSchema).map(asRow('area')),
    ...read('cities', placeSchema).map(asRow('city')),
  ]
}

export const mistake = (place: string, column: string, expected: string, got?: string) =>
  `places.yaml: ${place}: ${column}: expected ${expected}${got === undefined ? '' : `, got ${got || 'nothing'}`}`

const displayNames = PLACE_LANGUAGES.map(language => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
const isCode = (code: string) => /^[A-Z]{2}$/.test(code) && displayNames[0]?.of(code) !== undefined

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and hyphens, such as new-york')
const filled = z.string().min(1, 'a name')
const names = { en: filled, fr: z.string(), es: z.string(), pt: z.string(), ar: filled }
const about = {
  'lies in': z
    .string()
    .regex(/^([a-z0-9-]+(, ?[a-z0-9-]+)*)?$/, 'ids with commas between, such as asia, europe')
    .transform(split),
  also: z
    .string()
    .refine(cell => !split(cell).includes(''), 'a word between two commas')
    .transform(cell => split(cell).flatMap(spellings)),
}
const code = z.string().refine(isCode, 'two letters of ISO 3166, such as SE')
const placeSchema = z.strictObject({ place: slug, 'lies in': about['lies in'], ...names, also: about.also })
const countrySchema = z.strictObject({ place: slug, code, ...about })
const renamedSchema = z.strictObject({ place: slug, ...names })
const fileSchema = z.strictObject({
  regions: z.string(),
  countries: z.string(),
  'country names': z.string(),
  areas: z.string(),
  cities: z.string(),
})

type Tables = z.infer<typeof fileSchema>
type RowSchema<Row> = z.ZodType<Row> & { readonly shape: object }

function readTables(text: string, { mistakes }: Findings): Tables | undefined {
  try {
    const checked = fileSchema.safeParse(parse(text))
    if (checked.success) return checked.data
    mistakes.push(...checked.error.issues.map(({ path, message }) => ['places.yaml', ...path.map(String), message].join(': ')))
  } catch (error) {
    mistakes.push(`places.yaml: not readable as YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
  return undefined
}

// Tables in plain text, because the same rows as YAML maps take several times as long to read.
function readRows<Row>(table: string, section: string, schema: RowSchema<Row>, findings: Findings): Row[] {
  const lines = table.split('\n').filter(line => !/^\s*(#|$)/.test(line))
  const [columns = [], ...rows] = lines.map(line => line.split('|').map(cell => cell.trim()))
  const wanted = Object.keys(schema.shape).join(' | ')
  const fits = columns.join(' | ') === wanted
  if (!fits) findings.mistakes.push(mistake(section, 'first line', wanted, columns.join(' | ')))
  return rows.flatMap(cells => {
    const row = fits && readRow(cells, columns, schema, findings)
    if (row) return [row]
    findings.unread.add(cells[0] ?? '')
    return []
  })
}

function readRow<Row>(
  cells: readonly string[],
  columns: readonly string[],
  schema: RowSchema<Row>,
  { mistakes }: Findings,
): Row | undefined {
  const id = cells[0] ?? ''
  if (cells.length > columns.length) mistakes.push(mistake(id, 'row', `${columns.length} columns`, String(cells.length)))
  const row: Record<string, string> = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  const checked = schema.safeParse(row)
  if (checked.success) return checked.data
  mistakes.push(...checked.error.issues.map(({ path: [column], message }) => mistake(id, String(column), message, row[String(column)])))
  return undefined
}

const asCountry =
  (renamed: ReadonlyMap<string, PlaceNames>) =>
  ({ place, code, 'lies in': liesIn, also }: z.infer<typeof countrySchema>): PlaceRow => {
    return { id: place, kind: 'country', liesIn, code, names: renamed.get(place) ?? namesByCode(code), also }
  }

const asRow =
  (kind: PlaceRow['kind']) =>
  (row: z.infer<typeof placeSchema>): PlaceRow => ({ id: row.place, kind, liesIn: row['lies in'], names: namesOf(row), also: row.also })

const namesOf = ({ en, fr, es, pt, ar }: PlaceNames): PlaceNames => ({ en, fr: fr || en, es: es || en, pt: pt || en, ar })

function namesByCode(code: string): PlaceNames {
  const [en = code, fr = en, es = en, pt = en, ar = en] = displayNames.map(names => names.of(code))
  return { en, fr, es, pt, ar }
}

function split(cell: string): string[] {
  return cell === '' ? [] : cell.split(',').map(part => part.trim())
}

/** `marocain(e)(s)` stands for marocain, marocaine, marocains and marocaines. */
function spellings(form: string): string[] {
  const [opens, closes] = [form.indexOf('('), form.indexOf(')')]
  if (opens < 0 || closes < opens) return [form]
  const [before, ending, after] = [form.slice(0, opens), form.slice(opens + 1, closes), form.slice(closes + 1)]
  return [before + after, before + ending + after].flatMap(spellings)
}

/** Purpose: the rows of sessions: where they are, who writes in them. */
import { z } from 'zod'
import { type Address, formatAddress } from '../address.ts'
import { nextNumber } from '../database/counters-store.ts'
import type { Database, Trx } from '../database/open.ts'
import { LANGUAGES } from '../locales/say.ts'
import { readAddress } from '../people/read-address.ts'
import { type Session, type SessionState, sessionRef } from './session.ts'
import { type Template, templateSchema } from './template.ts'

export type NewSession = Pick<Session, 'coalition' | 'title' | 'template' | 'language' | 'zone' | 'openedAt' | 'endsAt'>

export async function insertSession(
  trx: Trx,
  { coalition, title, template, language, zone, openedAt, endsAt }: NewSession,
): Promise<number> {
  const { id } = await trx
    .insertInto('sessions')
    .values({
      coalition_id: coalition,
      number: await nextNumber(trx, coalition, 'sessions'),
      title,
      template: JSON.stringify(template),
      state: 'open',
      language,
      zone,
      opened_at: openedAt,
      ends_at: endsAt,
      closed_at: null,
      touched_at: openedAt,
      review_until: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns whether the place was free */
export async function takePlace(trx: Trx, session: Pick<Session, 'id' | 'coalition'>, place: Address): Promise<boolean> {
  const taken = await trx
    .insertInto('session_places')
    .values({ session_id: session.id, coalition_id: session.coalition, place: formatAddress(place) })
    .onConflict(conflict => conflict.columns(['coalition_id', 'place']).doNothing())
    .returning('place')
    .executeTakeFirst()
  return taken !== undefined
}

export async function leavePlaces(trx: Trx, session: number): Promise<void> {
  await trx.deleteFrom('session_places').where('session_id', '=', session).execute()
}

export async function addRapporteur(trx: Trx, session: Pick<Session, 'id' | 'coalition'>, person: Address): Promise<void> {
  await trx
    .insertInto('session_rapporteurs')
    .values({ session_id: session.id, coalition_id: session.coalition, person: formatAddress(person) })
    .onConflict(conflict => conflict.columns(['session_id', 'person']).doNothing())
    .execute()
}

export async function dropRapporteur(trx: Trx, session: number, person: Address): Promise<void> {
  await trx.deleteFrom('session_rapporteurs').where('session_id', '=', session).where('person', '=', formatAddress(person)).execute()
}

export type SessionChange = {
  readonly state?: SessionState
  readonly ends_at?: number | null
  readonly closed_at?: number | null
  readonly review_until?: number | null
}
export async function changeSession(trx: Trx, id: number, change: SessionChange): Promise<void> {
  await trx.updateTable('sessions').set(change).where('id', '=', id).execute()
}

export async function findSessionAt(db: Database, coalition: number, place: Address): Promise<Session | undefined> {
  const row = await db
    .selectFrom('session_places')
    .select('session_id')
    .where('coalition_id', '=', coalition)
    .where('place', '=', formatAddress(place))
    .executeTakeFirst()
  return row && (await findSessions(db, coalition, { id: row.session_id }))[0]
}

export type Which = {
  readonly id?: number
  readonly number?: number
  readonly state?: SessionState
  readonly person?: Address
  readonly limit?: number
}

/** The newest first. */
export async function findSessions(db: Database, coalition: number, { id, number, state, person, limit = 200 }: Which): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .select(query =>
      query
        .selectFrom('reports')
        .select(({ fn }) => fn.max('version').as('top'))
        .whereRef('session_id', '=', 'sessions.id')
        .as('version'),
    )
    .where('coalition_id', '=', coalition)
    .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
    .$if(number !== undefined, query => query.where('number', '=', number ?? 0))
    .$if(state !== undefined, query => query.where('state', '=', state ?? ''))
    .$if(person !== undefined, query =>
      query.where('id', 'in', inner =>
        inner
          .selectFrom('session_rapporteurs')
          .select('session_id')
          .where('person', '=', person ? formatAddress(person) : ''),
      ),
    )
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return withPeople(db, rows.map(readRow))
}

export async function openSessionsOfAll(db: Database): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .select(({ val }) => val(0).as('version'))
    .where('state', '=', 'open')
    .execute()
  return withPeople(db, rows.map(readRow))
}

const rowSchema = z.object({
  id: z.number(),
  coalition_id: z.number(),
  number: z.number(),
  title: z.string(),
  template: z.string(),
  state: z.enum(['open', 'closed', 'published']),
  language: z.enum(LANGUAGES),
  zone: z.string(),
  opened_at: z.number(),
  ends_at: z.number().nullable(),
  touched_at: z.number(),
  review_until: z.number().nullable(),
  version: z.coerce.number().nullable(),
})

const parsed = new Map<string, Template>()
function readTemplateColumn(text: string): Template {
  const known = parsed.get(text)
  if (known) return known
  const template = templateSchema.parse(JSON.parse(text))
  if (parsed.size > 50) parsed.clear()
  parsed.set(text, template)
  return template
}

function readRow(row: object): Session {
  const { id, coalition_id, number, title, template, state, language, zone, version, ...at } = rowSchema.parse(row)
  return {
    ...{
      id,
      number,
      ref: sessionRef(number),
      title,
      state,
      language,
      zone,
      coalition: coalition_id,
      template: readTemplateColumn(template),
      version: version ?? 0,
    },
    ...{ openedAt: at.opened_at, endsAt: at.ends_at, touchedAt: at.touched_at, reviewUntil: at.review_until },
    rapporteurs: [],
    places: [],
  }
}

async function withPeople(db: Database, sessions: readonly Session[]): Promise<Session[]> {
  if (sessions.length === 0) return []
  const ids = sessions.map(({ id }) => id)
  const people = await db.selectFrom('session_rapporteurs').select(['session_id', 'person']).where('session_id', 'in', ids).execute()
  const places = await db.selectFrom('session_places').select(['session_id', 'place']).where('session_id', 'in', ids).execute()
  return sessions.map(session => ({
    ...session,
    rapporteurs: people.filter(row => row.session_id === session.id).flatMap(({ person }) => readAddress(person) ?? []),
    places: places.filter(row => row.session_id === session.id).flatMap(({ place }) => readAddress(place) ?? []),
  }))
}

/** Purpose: the rows of the library, and the revision that tells every process when its index is old. */
import { z } from 'zod'
import type { Database, Trx } from '../database/open.ts'
import { entrySchema, sourceSchema } from './entry.ts'
import { type LibraryEntry, STARTER } from './question.ts'

export type EntryRow = { readonly id: string; readonly kind: string; readonly body: string; readonly fingerprint: string }
export type LibraryState = { readonly revision: number; readonly starterFingerprint: string }

const storedEntry = z.intersection(entrySchema, z.object({ source: sourceSchema }))

export async function readState(db: Database | Trx): Promise<LibraryState> {
  const row = await db.selectFrom('library_state').select(['revision', 'starter_fingerprint']).where('id', '=', 1).executeTakeFirstOrThrow()
  return { revision: row.revision, starterFingerprint: row.starter_fingerprint }
}

export async function readEntries(db: Database): Promise<LibraryEntry[]> {
  const rows = await db.selectFrom('entries').select(['coalition_id', 'body']).orderBy('coalition_id').orderBy('id').execute()
  return rows.map(({ coalition_id, body }) => ({ ...storedEntry.parse(JSON.parse(body)), coalition: coalition_id }))
}

export async function readStarterFingerprints(trx: Trx): Promise<Map<string, string>> {
  const rows = await trx.selectFrom('entries').select(['id', 'fingerprint']).where('coalition_id', '=', STARTER).execute()
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]))
}

export async function saveEntry(trx: Trx, coalition: number, row: EntryRow, at: number): Promise<void> {
  await trx
    .insertInto('entries')
    .values({ coalition_id: coalition, ...row, updated_at: at })
    .onConflict(conflict =>
      conflict
        .columns(['coalition_id', 'id'])
        .doUpdateSet({ kind: row.kind, body: row.body, fingerprint: row.fingerprint, updated_at: at }),
    )
    .execute()
}

export async function deleteStarterEntries(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('entries').where('coalition_id', '=', STARTER).where('id', 'in', ids).execute()
}

export async function raiseRevision(trx: Trx, change: { starterFingerprint?: string } = {}): Promise<void> {
  await trx
    .updateTable('library_state')
    .set(expression => ({
      revision: expression('revision', '+', 1),
      ...(change.starterFingerprint && { starter_fingerprint: change.starterFingerprint }),
    }))
    .where('id', '=', 1)
    .execute()
}

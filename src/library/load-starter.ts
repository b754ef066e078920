/** Purpose: bring the starter library into the database: new entries added, changed ones updated, the rest untouched. A second start writes nothing. */
import { createHash } from 'node:crypto'
import type { Database } from '../database/open.ts'
import type { Entry } from './entry.ts'
import { deleteStarterEntries, raiseRevision, readStarterFingerprints, readState, saveEntry } from './library-store.ts'
import { STARTER } from './question.ts'
import type { SeedFile } from './read-seeds.ts'

export type Loaded = { readonly added: number; readonly changed: number; readonly removed: number }

/** Raised when an entry's row would look different from the same file. */
const FORMAT = 1

/** What a coalition added or edited lies in rows of its own, so nothing here can touch it. Files that are as they were are not even parsed. */
export async function loadStarter(db: Database, files: readonly SeedFile[], parse: () => readonly Entry[], at: number): Promise<Loaded> {
  const whole = fingerprint(JSON.stringify([FORMAT, files]))
  if ((await readState(db)).starterFingerprint === whole) return { added: 0, changed: 0, removed: 0 }
  const rows = parse().map(entry => {
    const body = JSON.stringify(entry)
    return { id: entry.id, kind: entry.kind, body, fingerprint: fingerprint(body) }
  })
  return db.transaction().execute(async trx => {
    const known = await readStarterFingerprints(trx)
    const added = rows.filter(row => !known.has(row.id))
    const changed = rows.filter(row => known.has(row.id) && known.get(row.id) !== row.fingerprint)
    const kept = new Set(rows.map(row => row.id))
    const removed = [...known.keys()].filter(id => !kept.has(id))
    for (const row of [...added, ...changed]) await saveEntry(trx, STARTER, row, at)
    await deleteStarterEntries(trx, removed)
    await raiseRevision(trx, { starterFingerprint: whole })
    return { added: added.length, changed: changed.length, removed: removed.length }
  })
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Purpose: a session that nobody has touched for a year forgets who worked on it. Its notes and its report stay: they name nobody without a yes. */
import type { Purge } from '../people/retention.ts'

const DAY = 86_400_000
/** In days; `docs/privacy.md` says the same to people. */
export const KEEPS_AUTHORS = 365

export const forgetOldAuthors: Purge = async (db, now) => {
  const old = db
    .selectFrom('sessions')
    .select('id')
    .where('touched_at', '<', now - KEEPS_AUTHORS * DAY)
  const [authors, rapporteurs, reviews, quotes] = await Promise.all([
    db.updateTable('note_events').set({ by: null }).where('by', 'is not', null).where('session_id', 'in', old).executeTakeFirst(),
    db.deleteFrom('session_rapporteurs').where('session_id', 'in', old).executeTakeFirst(),
    db.deleteFrom('report_reviews').where('session_id', 'in', old).executeTakeFirst(),
    // An answer binds as long as the session; a question that nobody answered names nobody without its row, too.
    db.deleteFrom('quote_consents').where('state', '=', 'pending').where('session_id', 'in', old).executeTakeFirst(),
  ])
  return {
    'note-authors': Number(authors.numUpdatedRows),
    rapporteurs: Number(rapporteurs.numDeletedRows),
    'report-reviews': Number(reviews.numDeletedRows),
    'quotes-unanswered': Number(quotes.numDeletedRows),
  }
}

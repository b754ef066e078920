/** Purpose: what is not done yet, in the very words of its index: a database uses a partial index only where it can see that the question is within it. */
import { sql } from 'kysely'

export const UNDONE = sql<boolean>`state in ('waiting', 'sending')`

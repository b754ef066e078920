/** Purpose: say in words what is wrong with a database and what mends it. */

export class DatabaseTrouble extends Error {}

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'the file is not a database. Move it away and start again, or restore a backup.',
  SQLITE_CORRUPT: 'the file is damaged. Stop Plenary and restore a backup; keep the damaged file, parts of it can often be read.',
  SQLITE_CANTOPEN: 'the file cannot be opened. Check that its folder exists and that this user may write there.',
  SQLITE_READONLY: 'the file or its folder is read-only. Give this user the right to write there.',
  SQLITE_BUSY: 'another program holds the database. Stop the other Plenary (or the backup) that uses this file.',
  SQLITE_LOCKED: 'another program holds the database. Stop the other Plenary (or the backup) that uses this file.',
  SQLITE_FULL: 'the disk is full. Nothing was lost; free some space and start again.',
  SQLITE_IOERR: 'the disk does not read or write as it should. Check it before anything else.',
  EACCES: 'this user may not write there. Change the owner of the folder, or set DATA_DIR to another one.',
  EEXIST: 'a file stands where its folder should be. Set DATA_DIR to a folder.',
  ENOTDIR: 'a file stands where its folder should be. Set DATA_DIR to a folder.',
  EROFS: 'the disk is mounted read-only. Set DATA_DIR to a folder that can be written.',
  ENOSPC: 'the disk is full. Nothing was lost; free some space and start again.',
  ECONNREFUSED: 'no PostgreSQL answers there. Check the address and that the server runs.',
  ENOTFOUND: 'this host is not known. Check the address in DATABASE_URL.',
  ETIMEDOUT: 'PostgreSQL does not answer. Check the address and the firewall.',
  '28P01': 'PostgreSQL refused the password. Check DATABASE_URL.',
  '28000': 'PostgreSQL refused this user. Check DATABASE_URL.',
  '3D000': 'this database does not exist on the server. Create it, or correct DATABASE_URL.',
  '53100': 'the disk of the PostgreSQL server is full. Nothing was lost; free some space.',
}

/** The sentence for a failure; `where` is the file or the address without its password. */
export function explainTrouble(error: unknown, where: string): string {
  const code = codeOf(error)
  const known = Object.keys(ADVICE).find(name => code === name || code.startsWith(`${name}_`))
  const advice = known === undefined ? `it failed with "${error instanceof Error ? error.message : String(error)}".` : ADVICE[known]
  return `The database ${where} can't be used: ${advice}`
}

/** Two did the same at the same moment, and what may be there once was there already. */
export const isTaken = (error: unknown): boolean => codeOf(error) === '23505' || codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE'

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}

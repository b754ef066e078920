/** Purpose: `invite`: a one-time link into a web chat that others can reach. */
import { ROLES } from '../command-kit/roles.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { invite } from '../platforms/web/visitors.ts'
import { oneOf, readArguments, UsageMistake } from './usage-mistake.ts'

const MAX_NAME = 40

export async function inviteVisitor(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({ args, allowPositionals: true, options: { role: { type: 'string', default: 'member' } } })
  const name = positionals.join(' ').trim()
  if (name === '' || [...name].length > MAX_NAME)
    throw new UsageMistake(`Invite whom? Give the name that others will see, of at most ${MAX_NAME} characters: invite ana`)
  const role = oneOf('role', ROLES, values.role)
  const { web, databaseUrl } = readConfig()
  if (!web.secret)
    throw new UsageMistake('Set WEB_SECRET first (32 characters or more). On this machine’s own address nobody needs an invitation.')
  const db = await openDatabase(databaseUrl)
  try {
    const token = await invite(db, web.secret, { name, role }, Temporal.Now.instant())
    console.log(`${web.url ?? `http://${web.host}:${web.port}`}/enter/${token}`)
    console.error('The link works once, within seven days. Send it by a private way.')
    return 0
  } finally {
    await db.destroy()
  }
}

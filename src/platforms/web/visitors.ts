/** Purpose: who a visitor of the web chat is: chosen freely on this machine's own address, signed in by a one-time link anywhere else. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Role } from '../../command-kit/roles.ts'
import type { Database } from '../../database/open.ts'
import { addInvite, deleteVisitor, exchangeInvite, findVisitor, findVisitorName } from './web-store.ts'

const COOKIE = 'plenary_visitor'
const DAY = 86_400_000
const STAYS_SIGNED_IN = 90 * DAY
const INVITE_LASTS = 7 * DAY

export type WebVisitor = { readonly id: string; readonly name: string; readonly role: Role }
/** The roles that one may try on loopback, one made-up visitor each. */
export const PERSONAS = ['member', 'rapporteur', 'coordinator', 'admin'] as const satisfies readonly Role[]

export type Visitors = {
  readonly free: boolean
  who(request: Context): Promise<WebVisitor | undefined>
  choose(request: Context, persona: string): boolean
  enter(request: Context, token: string): Promise<boolean>
  leave(request: Context): Promise<void>
  nameOf(id: string): Promise<string | undefined>
}
export type VisitorOptions = {
  readonly db: Database
  readonly secret: string | undefined
  readonly secure: boolean
  readonly now: () => Temporal.Instant
}

export const makeVisitors = (options: VisitorOptions): Visitors =>
  options.secret === undefined ? freeVisitors() : invitedVisitors({ ...options, secret: options.secret })

function freeVisitors(): Visitors {
  const known = (id: string | undefined) => PERSONAS.find(persona => persona === id)
  return {
    free: true,
    async who(request) {
      const role = known(getCookie(request, COOKIE)) ?? 'member'
      return { id: role, name: role, role }
    },
    choose(request, persona) {
      const role = known(persona)
      if (role) setCookie(request, COOKIE, role, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: STAYS_SIGNED_IN / 1000 })
      return role !== undefined
    },
    enter: async () => false,
    leave: async request => void deleteCookie(request, COOKIE, { path: '/' }),
    nameOf: async id => known(id),
  }
}

function invitedVisitors({ db, secret, secure, now }: VisitorOptions & { readonly secret: string }): Visitors {
  return {
    free: false,
    async who(request) {
      const token = getCookie(request, COOKIE)
      const row = token ? await findVisitor(db, hashToken(secret, token), now().epochMilliseconds) : undefined
      return row && { id: row.userId, name: row.name, role: row.role }
    },
    choose: () => false,
    async enter(request, token) {
      const session = newToken()
      const at = now().epochMilliseconds
      const hashes = { inviteHash: hashToken(secret, token), visitorHash: hashToken(secret, session) }
      const entered = await exchangeInvite(db, {
        ...hashes,
        userId: randomBytes(9).toString('base64url'),
        now: at,
        expiresAt: at + STAYS_SIGNED_IN,
      })
      if (entered)
        setCookie(request, COOKIE, session, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: STAYS_SIGNED_IN / 1000 })
      return entered
    },
    async leave(request) {
      const token = getCookie(request, COOKIE)
      if (token) await deleteVisitor(db, hashToken(secret, token))
      deleteCookie(request, COOKIE, { path: '/' })
    },
    nameOf: id => findVisitorName(db, id),
  }
}

/** Makes a one-time token for the link of a new visitor; only its hash is kept. */
export async function invite(
  db: Database,
  secret: string,
  guest: { readonly name: string; readonly role: Role },
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  await addInvite(db, { ...guest, tokenHash: hashToken(secret, token), expiresAt: now.epochMilliseconds + INVITE_LASTS })
  return token
}

const newToken = () => randomBytes(32).toString('base64url')
const hashToken = (secret: string, token: string) => createHmac('sha256', secret).update(token).digest('base64url')

/** Purpose: a made-up workspace's channels and who is in them, with Slack's refusals. */
import { BOT, type Channel, type State } from './state.ts'

type Args = Readonly<Record<string, unknown>>
type Answer = Readonly<Record<string, unknown>>

const ok = (more: Answer = {}): Answer => ({ ok: true, ...more })
const no = (error: string, more: Answer = {}): Answer => ({ ok: false, error, ...more })
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const MOST_AT_ONCE = 100
let made = 0

export const CHANNEL_METHODS = {
  'conversations.create': (state: State, { name, is_private }: Args) => {
    const wish = text(name)
    if (wish === '') return no('invalid_name_required')
    if (wish.length > 80) return no('invalid_name_maxlength')
    if (!/^[a-z0-9_-]+$/.test(wish)) return no('invalid_name_specials')
    // Archived channels keep their names.
    if ([...state.channels.values()].some(channel => channel.name === wish)) return no('name_taken')
    const id = `C0MADE${++made}`
    state.channels.set(id, { id, name: wish, private: text(is_private) === 'true', members: new Set([BOT]) })
    return ok({ channel: { id, name: wish } })
  },
  'conversations.setPurpose': (state: State, { channel, purpose }: Args) => {
    const found = state.channels.get(text(channel))
    const refused = refuseInside(found)
    if (refused || !found) return no(refused ?? 'channel_not_found')
    if (text(purpose).length > 250) return no('too_long')
    found.purpose = text(purpose)
    return ok()
  },
  'conversations.info': (state: State, { channel }: Args) => {
    const found = state.channels.get(text(channel))
    if (!found || hidden(found)) return no('channel_not_found')
    const { id, name, members, archived = false, private: closed = false } = found
    return ok({ channel: { id, name, is_private: closed, is_archived: archived, is_member: members.has(BOT), is_im: false } })
  },
  'conversations.members': (state: State, { channel, cursor, limit }: Args) => {
    const found = state.channels.get(text(channel))
    if (!found || hidden(found)) return no('channel_not_found')
    const [from, size] = [Number(text(cursor).replace('at-', '')), Number(limit)]
    const all = [...found.members]
    const next = from + size < all.length ? `at-${from + size}` : ''
    return ok({ members: all.slice(from, from + size), response_metadata: { next_cursor: next } })
  },
  'conversations.invite': (state: State, { channel, users, force }: Args) => {
    const found = state.channels.get(text(channel))
    const refused = refuseInside(found)
    if (refused || !found) return no(refused ?? 'channel_not_found')
    const ids = text(users).split(',').filter(Boolean)
    if (ids.length === 0) return no('no_user')
    if (ids.length > MOST_AT_ONCE) return no('too_many_users')
    const errors = ids.flatMap(user => {
      const error = refuseGuest(state, found, user)
      return error ? [{ user, ok: false, error }] : []
    })
    const [first] = errors
    if (!first || text(force) === 'true') for (const id of ids) if (!refuseGuest(state, found, id)) found.members.add(id)
    return first ? no(first.error, { errors }) : ok({ channel: { id: found.id } })
  },
  'conversations.kick': (state: State, { channel, user }: Args) => {
    const found = state.channels.get(text(channel))
    const refused = refuseInside(found)
    if (refused || !found) return no(refused ?? 'channel_not_found')
    if (text(user) === BOT) return no('cant_kick_self')
    if (!found.members.has(text(user))) return no('not_in_channel')
    if (found.name === 'general') return no('cant_kick_from_general')
    found.members.delete(text(user))
    return ok()
  },
}

/** Who is not in a private channel is not told that it exists. */
const hidden = ({ private: closed, members }: Channel) => closed === true && !members.has(BOT)

function refuseInside(channel: Channel | undefined): string | undefined {
  if (!channel || hidden(channel)) return 'channel_not_found'
  if (channel.archived) return 'is_archived'
  return channel.members.has(BOT) ? undefined : 'not_in_channel'
}

function refuseGuest({ users }: State, { members }: Channel, id: string): string | undefined {
  if (id === BOT) return 'cant_invite_self'
  if (!users.has(id)) return 'user_not_found'
  if (users.get(id)?.['is_ultra_restricted']) return 'user_is_ultra_restricted'
  return members.has(id) ? 'already_in_channel' : undefined
}

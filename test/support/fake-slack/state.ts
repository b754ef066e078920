/** Purpose: a made-up workspace: its channels and people, what was posted in it, and what shall go wrong next. */

export const TEAM = 'T0PLENARY'
export const BOT = 'U0PLENARY'
export const BOT_TOKEN = 'xoxb-test-bot'
export const APP_TOKEN = 'xapp-test-app'
export const SIGNING_SECRET = 'test-signing-secret-of-slack'

export type Shown = {
  readonly via: 'response_url' | 'chat.postEphemeral' | 'chat.postMessage'
  readonly channel: string
  /** The only one who sees it. */
  readonly user?: string | undefined
  readonly thread?: string | undefined
  readonly replaced: boolean
  readonly text: string
  readonly blocks: readonly unknown[]
  readonly at: number
  readonly ts: string
  readonly body: Readonly<Record<string, unknown>>
}
export type Call = {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
  readonly at: number
  readonly token: string
}

/** Answers the next calls of one method otherwise than usual. */
export type Fault =
  | { readonly error: string }
  /** Just these words, as another server might. */
  | { readonly page: string }
  | { readonly status: number; readonly retryAfter?: number }
  | 'hang'
  /** Does it, then answers as if it had not. */
  | { readonly afterwards: number }
  /** Does it, and never answers. */
  | 'hang after'
  | 'drop'

export type User = Readonly<Record<string, unknown>> & { readonly id: string }
export type Channel = {
  readonly id: string
  readonly name?: string
  readonly private?: boolean
  members: Set<string>
  purpose?: string
  archived?: boolean
  restricted?: boolean
}

export type Upload = {
  readonly id: string
  readonly name: string
  readonly bytes: string
  readonly data: Buffer
  /** `F…` until it is shared. */
  readonly channel: string
  readonly thread?: string | undefined
  readonly title?: string
}

export function makeState() {
  return {
    calls: [] as Call[],
    shown: [] as Shown[],
    views: [] as { method: string; view: Record<string, unknown>; id: string; user?: string }[],
    /** What was posted to an address for uploading; where it stands from when it is completed. */
    uploads: [] as Upload[],
    /** Files that were announced, and how long each shall be. */
    announced: new Map<string, number>(),
    faults: new Map<string, Fault[]>(),
    users: new Map<string, User>(),
    channels: new Map<string, Channel>(),
    /** When each trigger was given out, and whether it was used. */
    triggers: new Map<string, { at: number; used: boolean }>(),
    /** Where each response_url leads, and how often it was used. */
    replies: new Map<string, { channel: string; user: string; thread?: string | undefined; used: number }>(),
    validBotToken: true,
    validAppToken: true,
    /** The app was installed without the scopes that reading needs. */
    noHistory: false,
    /** One message a second and channel, as Slack says; else 429. */
    strictPace: false,
  }
}
export type State = ReturnType<typeof makeState>

export function makeUser(id: string, more: Readonly<Record<string, unknown>> = {}): User {
  const profile = { display_name: id.toLowerCase(), real_name: id }
  return {
    id,
    team_id: TEAM,
    tz: 'Europe/Lisbon',
    locale: 'en-GB',
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    profile,
    ...more,
  }
}

export const direct = (user: string) => `D${user}`

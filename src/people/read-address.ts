/** Purpose: addresses out of text: as a row keeps them, and as people mention each other. */
import { type Address, PLATFORMS } from '../address.ts'

/** The reverse of `formatAddress`; only the last part may hold a colon. */
export function readAddress(text: string | null): Address | undefined {
  const [name, space, ...id] = text?.split(':') ?? []
  const platform = PLATFORMS.find(known => known === name)
  return platform && space !== undefined && id.length > 0 ? { platform, space, id: id.join(':') } : undefined
}

/** `<@U123>`, `<@U123|ana>`, `<@!123>`, `@ana`: somebody of the asker's own space; nothing for what is no mention. */
export function readMention(text: string, { platform, space }: Address): Address | undefined {
  const id = /^<@!?([\w-]{1,64})(?:\|[^>]*)?>$/.exec(text.trim())?.[1] ?? /^@([\w-]{1,64})$/.exec(text.trim())?.[1]
  return id === undefined ? undefined : { platform, space, id }
}

/** Purpose: addresses out of text, as a row keeps them. */
import { type Address, PLATFORMS } from '../address.ts'

/** The reverse of `formatAddress`; only the last part may hold a colon. */
export function readAddress(text: string | null): Address | undefined {
  const [name, space, ...id] = text?.split(':') ?? []
  const platform = PLATFORMS.find(known => known === name)
  return platform && space !== undefined && id.length > 0 ? { platform, space, id: id.join(':') } : undefined
}

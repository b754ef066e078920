/** Purpose: say where a person or a channel is, without ever guessing the platform from how an id looks. */

export const PLATFORMS = ['slack', 'discord', 'web'] as const
export type Platform = (typeof PLATFORMS)[number]

/** A person or a channel; `space` is the workspace, server or web chat that it lies in, `id` the platform's own id. */
export type Address = { readonly platform: Platform; readonly space: string; readonly id: string }

export const formatAddress = ({ platform, space, id }: Address) => `${platform}:${space}:${id}`

/** What `formatAddress` wrote, read back; an id may hold colons, a space may not. */
export function parseAddress(text: string): Address | undefined {
  const [name, space, ...id] = text.split(':')
  const platform = PLATFORMS.find(known => known === name)
  return platform && space !== undefined && id.length > 0 ? { platform, space, id: id.join(':') } : undefined
}

export const sameAddress = (one: Address, other: Address) => formatAddress(one) === formatAddress(other)

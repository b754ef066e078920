/** Purpose: the people that somebody typed in a line: `@ana`, or the way in which a platform hands a mention over (`<@U123>`, `<@!123>`). */
import type { Address } from './address.ts'

const MENTION = /<@!?([^>|\s]+)(?:\|[^>]*)?>|(?<![\p{L}\p{N}.])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu

/** Everybody mentioned, once each, as people of the same space as the one who typed. */
export function mentionedPeople(text: string, { platform, space }: Address): Address[] {
  const ids = Array.from(text.matchAll(MENTION), ([, given, typed]) => given ?? typed?.replace(/[._-]+$/, '') ?? '')
  return [...new Set(ids)].map(id => ({ platform, space, id }))
}

/** The text without its mentions. */
export const withoutMentions = (text: string) => text.replace(MENTION, ' ').replace(/\s+/g, ' ').trim()

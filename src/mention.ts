/** Purpose: the people that somebody typed in a line: `@ana`, or the way in which a platform hands a mention over (`<@U123>`, `<@!123>`). */
import type { Address, Platform } from './address.ts'

const MENTION = /<@!?([^>|\s]+)(?:\|[^>]*)?>|(?<![\p{L}\p{N}.])@([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu

/** What can be an id there: a name that was typed where nobody could be chosen is nobody's id in Slack and Discord.
 *  Slack's own ids have no `_`; those of servers that stand in for it have. */
const IDS: Readonly<Record<Platform, RegExp>> = { slack: /^[UW][A-Z0-9_]{2,}$/, discord: /^\d{15,20}$/, web: /./ }

/** Everybody mentioned, once each, as people of the same space as the one who typed. */
export function mentionedPeople(text: string, { platform, space }: Address): Address[] {
  const ids = Array.from(text.matchAll(MENTION), ([, given, typed]) => given ?? typed?.replace(/[._-]+$/, '') ?? '')
  return [...new Set(ids)].filter(id => IDS[platform].test(id)).map(id => ({ platform, space, id }))
}

/** The one person that a text names, where it says nothing else. */
export function personIn(text: string, asker: Address): Address | undefined {
  const [person, ...others] = withoutMentions(text) === '' ? mentionedPeople(text, asker) : []
  return others.length === 0 ? person : undefined
}

/** The text without its mentions. */
export const withoutMentions = (text: string) => text.replace(MENTION, ' ').replace(/\s+/g, ' ').trim()

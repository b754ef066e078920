/** Purpose: read markdown as Discord's clients do, as far as something could be forged with it. Its rules, tried in its order, at every place of a text. */

export type Part = { readonly kind: string; readonly text: string; readonly url?: string }
const RULES: readonly (readonly [string, RegExp])[] = [
  ['escape', /^\\[^0-9A-Za-z\s]/],
  ['block', /^```[\s\S]*?```/],
  ['code', /^(`{1,2})([\s\S]*?[^`])\1(?!`)/],
  ['mention', /^(@everyone|@here|<@[!&]?\d+>|<#\d+>|<id:\w+>|<\/[^>]+:\d+>)/],
  ['instant', /^<t:-?\d+(?::[tTdDfFsSR])?>/],
  ['emoji', /^(<a?:\w+:\d+>|:[\w+-]+:)/],
  ['link', /^<([^: >]+:\/[^ >]+)>/],
  ['link', /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/],
  ['link', /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:; "'\]\s]/],
  ['spoiler', /^\|\|[\s\S]+?\|\|/],
]

export function readMarkdown(text: string): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    // Words run on to the next mark; an address begins only where a word begins.
    const wordGoesOn = at > 0 && /\w/.test(text[at - 1] ?? '') && /^\w/.test(rest)
    const found = RULES.flatMap(([kind, rule]) => {
      const match = wordGoesOn ? null : rule.exec(rest)
      return match ? [{ kind, text: match[0], url: (kind === 'link' && (match[2] ?? match[1] ?? match[0])) || '' }] : []
    })[0]
    if (found) parts.push(found)
    at += found?.text.length ?? 1
  }
  return parts
}

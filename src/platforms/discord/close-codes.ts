/** Purpose: what Discord means when it closes for good, and what mends it. */

/** `refused` ends the work with this token until somebody acts; `again` means that a new connection can do better. */
export type Verdict = { readonly what: 'refused' | 'again'; readonly advice: string }

const TOKEN = 'DISCORD_TOKEN was refused. Make a new one on the application’s page “Bot” (“Reset Token”), set it, and start Plenary again'
const INTENT =
  'Discord refused an intent. Plenary asks for GUILDS, GUILD_MESSAGES and DIRECT_MESSAGES, none of them privileged; if the application’s page “Bot” lists one of them under “Privileged Gateway Intents”, switch it on there, and start Plenary again'
const SHARDS = 'Discord wants another number of connections (shards); asking it for the number'

const VERDICTS: Readonly<Record<number, Verdict>> = {
  4004: { what: 'refused', advice: TOKEN },
  4010: { what: 'again', advice: SHARDS },
  4011: { what: 'again', advice: SHARDS },
  4012: { what: 'refused', advice: 'Discord no longer speaks this version of its gateway. Update Plenary' },
  4013: { what: 'refused', advice: INTENT },
  4014: { what: 'refused', advice: INTENT },
}

export const TOKEN_REFUSED: Verdict = { what: 'refused', advice: TOKEN }
export const verdictOn = (code: number): Verdict =>
  VERDICTS[code] ?? { what: 'again', advice: 'Discord closed the connection; connecting anew' }

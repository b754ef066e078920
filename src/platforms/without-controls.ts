/** Purpose: take out of people's words what no platform shows and what could turn the reading of everything after it around. Tabs and line breaks stay. */

/** Control characters, and the marks that override the direction of writing. */
export const withoutControls = (words: string) => words.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e]/gu, '')

/** Purpose: what a person typed in Discord, as they meant it: without emoji codes and marks of stress, its lines as they were. */

/** People who are mentioned stay, as commands know them (`@123`, also after the colon of an option), but for `self`, whom the message is for. */
export const readTyped = (content: string, self?: string): string =>
  withoutMarks(content.replace(/(:?)<@!?(\d+)>/g, (_, colon: string, id: string) => (id === self ? `${colon} ` : `${colon || ' '}@${id} `)))

/** Only the words: a mention is a number here, which no search finds. */
export const readSearch = (content: string): string => withoutMarks(content.replace(/<@!?\d+>/g, ' ')).replace(/\s+/g, ' ')

const withoutMarks = (content: string): string =>
  content
    .replace(/<(?:@&|#)\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, ' $1 ')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/(^|\s)[*_~|`]+(?=\S)|(?<=\S)[*_~|`]+(?=\s|$)/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()

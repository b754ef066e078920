/** Purpose: what a person typed in Discord, as they meant it: without emoji codes and marks of stress. */

/** People who are mentioned stay as `@id`, for commands must know who is meant; what else is mentioned is only a number here, and says nothing.
 *  @param self our own id; without it nobody is kept */
export const readTyped = (content: string, self?: string): string =>
  content
    .replace(/<@!?(\d+)>/g, (_, id: string) => (self === undefined || id === self ? ' ' : `@${id}`))
    .replace(/<(?:@&|#)\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, ' $1 ')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/(^|\s)[*_~|`]+(?=\S)|(?<=\S)[*_~|`]+(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

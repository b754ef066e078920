/** Purpose: what a person typed in Discord, as they meant it: without mentions, emoji codes and marks of stress. */

/** A mention is only a number here, and says nothing. */
export const readTyped = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#)\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, ' $1 ')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/(^|\s)[*_~|`]+(?=\S)|(?<=\S)[*_~|`]+(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

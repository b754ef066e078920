/** Purpose: which lines are for Plenary and not for the others in the channel: commands, and what begins with its name. Page and server ask the same. */

/** Its name at the beginning, as people call somebody in a chat. */
const CALLED = /^@plenary(?![\p{L}\p{N}_-])[\s,:]*/iu

export const isForPlenary = (line: string) => line.startsWith('/') || CALLED.test(line)

/** What was said, without the name. */
export const withoutName = (line: string) => line.replace(CALLED, '').trim()

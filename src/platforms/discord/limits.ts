/** Purpose: what Discord takes in one piece, from its documentation; where its documents disagree, the smaller number. */

export const MESSAGE = { content: 2000, rows: 5, components: 40, text: 4000, files: 10 } as const
/** After this many messages the rest of a reply goes into a file. */
export const MOST_MESSAGES = 5
export const FILE = { bytes: 10 * 1024 * 1024, description: 1024, name: 100 } as const
export const BUTTON = { label: 80, id: 100, inRow: 5 } as const
export const SELECT = { options: 25, label: 100, value: 100, description: 100, placeholder: 150 } as const
export const MODAL = { title: 45, fields: 5, label: 45, description: 100, input: 4000 } as const
export const CHOICE = { count: 25, name: 100, value: 100 } as const
export const COMMAND = { name: 32, description: 100, options: 25, total: 8000, longestValue: 6000 } as const
/** A channel's name and topic; a role's name is as long. */
export const CHANNEL = { name: 100, topic: 1024 } as const
/** A scheduled event; `place` is where it is. */
export const EVENT = { name: 100, description: 1000, place: 100 } as const
/** Discord gives an interaction three seconds until its first answer, and its token fifteen minutes after that; here in milliseconds. */
export const ANSWER_WITHIN = 3000
/** An answer that takes longer than this is promised first (deferred); the rest of the three seconds is for the way there. */
export const WORK_BEFORE_DEFER = 400
/** How long finding somebody's server may take: within the three seconds, and where an answer was promised; here in milliseconds. */
export const FIND_SERVER = { atOnce: 1200, promised: 8000 } as const

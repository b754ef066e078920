/** Purpose: what Slack takes in one piece; a little below each limit where the true one is not documented. */

/** `json` is the length of all blocks of a message as JSON: Slack refuses somewhat above 13,200 (`msg_blocks_too_long`), which no page says. */
export const MESSAGE = { blocks: 50, json: 12_000, words: 3_500 } as const
/** After this many messages the rest of a reply goes into a file. A `response_url` takes five, too. */
export const MOST_MESSAGES = 5
export const VIEW = { blocks: 100, title: 24, metadata: 3_000 } as const
export const TEXT_BLOCK = 2_500
export const CONTEXT = 1_500
export const BUTTON = { label: 75, value: 2_000, inRow: 10, rowJson: 5_000 } as const
export const OPTION = { label: 75, value: 75, count: 100 } as const
export const INPUT = { length: 3_000, label: 2_000, placeholder: 150 } as const
export const FIELD_ERROR = 500
/** How long Slack waits for an acknowledgement, and how long we let work delay one that carries an answer, in milliseconds. */
export const ACK_WITHIN = 3_000
export const WORK_BEFORE_ACK = 1_500

/** Purpose: what can become of a commitment. Nobody owns one before they have accepted it. */
export const STATES = ['offered', 'accepted', 'on-track', 'at-risk', 'done', 'dropped', 'merged', 'carried-over'] as const
export type State = (typeof STATES)[number]

/** Still to be done. */
export const OPEN_STATES = ['offered', 'accepted', 'on-track', 'at-risk'] as const satisfies readonly State[]
export const isOpen = (state: State) => OPEN_STATES.some(open => open === state)

/** What an owner can say of it in one press. */
export const REPORTED = ['on-track', 'at-risk', 'done', 'dropped'] as const satisfies readonly State[]

/** Purpose: what a sub-group is, in words and types: its states, the parts that people have in it, and its seats. */

export const STATES = ['proposed', 'active', 'dormant'] as const
export type State = (typeof STATES)[number]

/** `interested` promises nothing; `waiting` has asked to join a sensitive group. */
export const PARTS = ['interested', 'waiting', 'member'] as const
export type Part = (typeof PARTS)[number]

/** `offer` is somebody who would coordinate; `asked-…` is somebody who was asked to and has not answered. */
export const SEATS = ['coordinator', 'deputy', 'offer', 'asked-coordinator', 'asked-deputy'] as const
export type Seat = (typeof SEATS)[number]

export const MAX_COORDINATORS = 2
export const THRESHOLD = 5
/** More than this many are never taken out of a channel without a second yes. */
export const MANY_TO_REMOVE = 5

export type Group = {
  readonly id: number
  readonly coalition: number
  /** Nothing where region and theme are the name, in each reader's language. */
  readonly name: string | undefined
  readonly purpose: string
  readonly region: string | undefined
  readonly theme: string | undefined
  readonly state: State
  readonly threshold: number
  /** Joining needs a coordinator's yes. */
  readonly sensitive: boolean
  /** Members see each other. */
  readonly openRoster: boolean
  readonly reachedAt: number | undefined
  readonly launchedAt: number | undefined
}

/** Of people, not of members: somebody linked across spaces counts once. */
export type Counts = { readonly members: number; readonly interested: number; readonly waiting: number }
export const NOBODY: Counts = { members: 0, interested: 0, waiting: 0 }

/** What somebody is in a group. */
export type Standing = {
  readonly part: Part | undefined
  readonly seats: readonly Seat[]
  readonly conditional: boolean
  readonly shown: boolean
}

export const groupRef = (id: number) => `G-${id}`
export const readGroupRef = (text: string): number | undefined => {
  const id = /^g-(\d{1,9})$/i.exec(text.trim())?.[1]
  return id === undefined ? undefined : Number(id)
}

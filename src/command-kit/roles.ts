/** Purpose: the ladder of roles. Who stands higher may do all that the lower ones may. */
export const ROLES = ['guest', 'member', 'rapporteur', 'coordinator', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const atLeast = (role: Role, needed: Role) => ROLES.indexOf(role) >= ROLES.indexOf(needed)
export const higherOf = (one: Role, other: Role): Role => (atLeast(one, other) ? one : other)

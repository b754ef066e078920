/** Purpose: a mistake that the person can mend. It carries a sentence of the catalogue, so it is shown in the reader's own language. */
import type { MessageKey, MessageValues } from './locales/say.ts'
import type { Button } from './reply.ts'

export class UserError extends Error {
  readonly key: MessageKey
  readonly values: MessageValues
  /** The option that is wrong, so that a form can point at it. */
  readonly field: string | undefined
  readonly buttons: readonly Button[]

  constructor(key: MessageKey, values: MessageValues = {}, more: { field?: string; buttons?: readonly Button[] } = {}) {
    super(key)
    this.key = key
    this.values = values
    this.field = more.field
    this.buttons = more.buttons ?? []
  }
}

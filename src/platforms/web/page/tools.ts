/** Purpose: what the parts of a message need from the page around them. */
import type { WireButton } from '../wire.ts'
import type { PrivateItem } from './channel-log.ts'
import type { Clock } from './clock.ts'

export type Tools = {
  readonly clock: Clock
  /** `owner` is the private answer that the button stands in, if any; an answer may replace it. */
  press(button: WireButton, owner: PrivateItem | undefined): Promise<void>
  /** Puts words into the message box, for the visitor to go on with. */
  use(line: string): void
  retry(item: PrivateItem): void
  edit(item: PrivateItem): void
  remove(item: PrivateItem): void
}

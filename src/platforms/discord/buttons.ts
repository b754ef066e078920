/** Purpose: buttons as Discord's rows of buttons, or as lists to choose from where a row would be a wall. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { writeButtonId } from '../../command-kit/button-id.ts'
import type { Button } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { keptButtonKey } from '../kept-buttons-store.ts'
import { BUTTON, SELECT } from './limits.ts'
import { withSpace } from './space-mark.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>
/** The ids of one message: each once, and none longer than Discord carries; `kept` must be stored before the message goes out. */
export type Ids = { take(id: string): string; readonly kept: ReadonlySet<string> }

/** What Discord can't carry is replaced by its key; a second button with the same id gets a mark that reading ignores.
 *  @param space see `withSpace` */
export function makeIds(space?: string): Ids {
  const taken = new Map<string, number>()
  const kept = new Set<string>()
  return {
    kept,
    take(wanted) {
      const count = (taken.get(wanted) ?? 0) + 1
      taken.set(wanted, count)
      const id = withSpace(count === 1 ? wanted : `${wanted}|${count}`, space)
      if (id.length <= BUTTON.id) return id
      kept.add(id)
      return keptButtonKey(id)
    },
  }
}

/** More buttons than this stand in a list. */
const MOST_IN_ROWS = BUTTON.inRow

/** How many components the rows of so many buttons are. */
export const countOfRows = (buttons: number) =>
  buttons <= MOST_IN_ROWS ? (buttons > 0 ? 1 + buttons : 0) : 2 * Math.ceil(buttons / SELECT.options)

export function toRows(buttons: readonly Button[], ids: Ids, placeholder: string): Row[] {
  if (buttons.length === 0) return []
  if (buttons.length <= MOST_IN_ROWS) return [{ type: ComponentType.ActionRow, components: buttons.map(button => toButton(button, ids)) }]
  const lists = Array.from({ length: Math.ceil(buttons.length / SELECT.options) }, (_, at) =>
    buttons.slice(at * SELECT.options, (at + 1) * SELECT.options),
  )
  return lists.map(list => ({ type: ComponentType.ActionRow, components: [toList(list, ids, placeholder)] }))
}

const toButton = (button: Button, ids: Ids): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: styleOf(button),
  label: shorten(oneLine(button.label), BUTTON.label),
  custom_id: ids.take(writeButtonId(button)),
})

function styleOf({ look }: Button): APIButtonComponentWithCustomId['style'] {
  if (look === 'primary') return ButtonStyle.Primary
  return look === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary
}

const toList = (buttons: readonly Button[], ids: Ids, placeholder: string): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: ids.take(LIST),
  placeholder: shorten(placeholder, SELECT.placeholder),
  options: buttons.map(button => ({ label: shorten(oneLine(button.label), SELECT.label), value: ids.take(writeButtonId(button)) })),
})

/** The id of a list; what was chosen in it is its value. */
const LIST = '='

/** Discord refuses an empty label. */
const oneLine = (label: string) => label.replace(/\s+/g, ' ').trim() || '…'

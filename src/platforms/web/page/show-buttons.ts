/** Purpose: a row of buttons; each is busy while its answer is awaited, so that an impatient second press does nothing. */
import type { WireButton } from '../wire.ts'
import type { PrivateItem } from './channel-log.ts'
import { el } from './el.ts'
import type { Tools } from './tools.ts'

/** `about` tells apart the equal buttons of several cards for those who hear them. */
export function showButtons(
  buttons: readonly WireButton[],
  owner: PrivateItem | undefined,
  tools: Tools,
  about?: string,
): HTMLElement | undefined {
  if (buttons.length === 0) return undefined
  return el(
    'div',
    { class: 'buttons' },
    buttons.map(button => showButton(button, about, () => tools.press(button, owner))),
  )
}

function showButton({ label, look }: WireButton, about: string | undefined, press: () => Promise<void>): HTMLElement {
  const button = el(
    'button',
    {
      type: 'button',
      class: `button ${look ?? 'plain'}`,
      dir: 'auto',
      'aria-label': about === undefined ? undefined : `${label} (${about})`,
    },
    label,
  )
  button.addEventListener('click', () => void whileBusy(button, press))
  return button
}

export async function whileBusy(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.ariaBusy === 'true') return
  button.ariaBusy = 'true'
  try {
    await work()
  } finally {
    button.ariaBusy = null
  }
}

/** Purpose: a reply as the page receives it. The page builds nodes from it and never markup, so no text can become more than text. */
import { writeButtonId } from '../../command-kit/button-id.ts'
import type { Button, Card, Reply } from '../../reply.ts'
import type { WireButton, WireCard, WireReply } from './wire.ts'

export function renderReply(reply: Reply): WireReply {
  const { text, cards = [], buttons = [], pictures = [], files = [], form, instead, mood, field } = reply
  return {
    text,
    cards: cards.map(renderCard),
    buttons: buttons.map(renderButton),
    pictures: pictures.map(({ png, alt }) => ({ src: dataUrl('image/png', png), alt })),
    files: files.map(({ name, type, bytes }) => ({ name, href: dataUrl(type, bytes) })),
    ...(form && { form }),
    ...(instead && { instead }),
    ...(mood && { mood }),
    ...(field && { field }),
  }
}

const renderCard = ({ id, title, text, fields = [], note, buttons = [] }: Card): WireCard => ({
  ...(id && { id }),
  title,
  ...(text && { text }),
  fields,
  ...(note && { note }),
  buttons: buttons.map(renderButton),
})

const renderButton = (button: Button): WireButton => ({
  id: writeButtonId(button),
  label: button.label,
  ...(button.look && { look: button.look }),
})

const dataUrl = (type: string, bytes: Uint8Array) => `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

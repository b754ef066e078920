/** Purpose: a reply as a terminal shows it. Control characters in texts are dropped, so that no text can steer the terminal. */
import { type Button, type Card, type Form, plainText, type Reply, type Text } from '../reply.ts'

export function replyAsText({ text, cards = [], buttons = [], pictures = [], form }: Reply): string {
  return [
    clean(text),
    ...cards.map(card),
    ...pictures.map(({ alt }) => `[picture: ${clean(alt)}]`),
    ...(form ? [dialog(form)] : []),
    buttonLine(buttons),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function card({ id, title, text, fields = [], note, buttons = [] }: Card): string {
  const lines = [
    `${id ? `${id}  ` : ''}${clean(title)}`,
    ...(text ? [indent(clean(text))] : []),
    ...fields.map(({ label, value }) => indent(`${clean(label)}: ${clean(value)}`)),
    ...(note ? [indent(`(${clean(note)})`)] : []),
    ...(buttons.length > 0 ? [indent(buttonLine(buttons))] : []),
  ]
  return lines.join('\n')
}

const dialog = ({ title, fields, submit }: Form) =>
  [
    `▢ ${clean(title)}`,
    ...fields.map(({ label, required, value = '' }) => indent(`${clean(label)}${required ? ' *' : ''}: ${clean(value)}`)),
    indent(`[${clean(submit)}]`),
  ].join('\n')

const buttonLine = (buttons: readonly Button[]) => buttons.map(({ label }) => `[${clean(label)}]`).join(' ')
const indent = (text: string) => text.replace(/^/gm, '  ')
const clean = (text: Text) => plainText(text).replace(/(?![\n\t])\p{Cc}/gu, '')

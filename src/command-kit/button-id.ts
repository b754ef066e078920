/** Purpose: write a button's command and options into the id that a platform carries, and read it back. Ids outlive restarts. */
import type { Button } from '../reply.ts'

/** Discord takes 100 characters, Slack 255: the smaller counts (`custom_id` in Discord's component reference). */
export const MAX_BUTTON_ID = 100

export type ButtonCall = Pick<Button, 'command'> & {
  readonly options: Readonly<Record<string, string>>
  readonly share: boolean
  readonly form: boolean
}

/** `!library get|id=P-014`: `!` shares the answer, `?` opens the form. Never longer than it needs to be, readable in logs of a platform. */
export function writeButtonId({ command, options = {}, share, form }: Button): string {
  const mark = share ? '!' : form ? '?' : ''
  return mark + [command, ...Object.entries(options).map(([name, value]) => `${name}=${guarded(value)}`)].join('|')
}

export function readButtonId(id: string): ButtonCall {
  const mark = id[0]
  const [command = '', ...pairs] = split(mark === '!' || mark === '?' ? id.slice(1) : id)
  const filled = pairs.filter(pair => pair.includes('='))
  const options = Object.fromEntries(filled.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  return { command, options, share: mark === '!', form: mark === '?' }
}

const guarded = (value: string) => value.replace(/[\\|]/g, '\\$&')

function split(id: string): string[] {
  const parts = ['']
  for (let at = 0; at < id.length; at++) {
    if (id[at] === '|') parts.push('')
    else parts[parts.length - 1] += id[at] === '\\' ? (id[++at] ?? '') : (id[at] ?? '')
  }
  return parts
}

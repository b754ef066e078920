/** Purpose: two people in the web chat, over its HTTP as the page uses it, and the outbox that speaks to them privately. */
import { setTimeout as wait } from 'node:timers/promises'
import type { WireAnswer, WireReply } from '../../../src/platforms/web/wire.ts'
import type { TestPlenary } from '../make-plenary.ts'
import { newKey, openWebChat, readJson, visit } from '../web-visitor.ts'
import { deliverOn } from './deliver-on.ts'
import { fileAmong, type Room, type Seat, type Seen, wireWords } from './seat.ts'

export type WebHandle = WireReply | undefined
const CHANNEL = 'general'

export async function openWebRoom(plenary: TestPlenary): Promise<Room<WebHandle>> {
  const { url, platform } = await openWebChat({}, plenary)
  deliverOn(plenary, platform)
  return { ana: sit(url, 'admin'), ben: sit(url, 'member') }
}

function sit(url: string, name: 'admin' | 'member'): Seat<WebHandle> {
  const visitor = visit(url, `plenary_visitor=${name}`)
  const says = async (line: string) => seen(await visitor.say(line))
  const post = async (path: string, body: object) =>
    seen(await readJson<WireAnswer>(await visitor.post(path, { channel: CHANNEL, key: newKey(), ...body })))
  return {
    mention: `@${name}`,
    runs: (command, typed) => says(`/${command} ${typed}`.trim()),
    mentions: line => says(`/${line}`),
    notes: message => says(`/note ${message}`),
    presses: ({ handle }, label) => post('/api/press', { id: idOf(handle, label) }),
    fills({ handle }, values) {
      const { form } = handle ?? {}
      if (!form) throw new Error('No dialog is open')
      const known = form.fields.flatMap(({ name: field, value }) => (value === undefined ? [] : [[field, value]]))
      return post('/api/submit', { command: form.command, options: { ...form.options, ...Object.fromEntries(known), ...values } })
    },
    async letter(words) {
      for (let tries = 0; tries < 300; tries++, await wait(20)) {
        const found = (await visitor.messages()).find(({ reply, onlyYou }) => onlyYou && wireWords(reply).includes(words))
        if (found) return seen({ reply: found.reply, language: '' })
      }
      throw new Error(`No letter with “${words}”`)
    },
  }
}

function idOf(handle: WebHandle, label: string | RegExp): string {
  const all = [...(handle?.cards ?? []).flatMap(({ buttons }) => buttons), ...(handle?.buttons ?? [])]
  const found = all.find(button => (typeof label === 'string' ? button.label === label : label.test(button.label)))
  if (!found) throw new Error(`No button ${label} among: ${all.map(button => button.label).join(', ')}`)
  return found.id
}

function seen({ reply }: WireAnswer): Seen<WebHandle> {
  const files = [
    ...(reply?.files ?? []).map(({ name, href }) => ({ name, data: dataOf(href) })),
    ...(reply?.pictures ?? []).map(({ src }) => ({ name: 'picture.png', data: dataOf(src) })),
  ]
  return {
    words: reply ? wireWords(reply) : '',
    file: name => fileAmong(files, name),
    alone: reply !== undefined,
    ...(reply?.form && { form: Object.fromEntries(reply.form.fields.map(({ name, value = '' }) => [name, value])) }),
    handle: reply,
  }
}

const dataOf = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')

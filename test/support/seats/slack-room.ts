/** Purpose: two people in the made-up Slack: real Bolt, real sockets, and the outbox that speaks to them privately. */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { makePerson } from '../fake-slack/person.ts'
import { buttonsOf, openSlack, until } from '../fake-slack/plenary-on-slack.ts'
import type { FakeSlack } from '../fake-slack/start.ts'
import type { Shown } from '../fake-slack/state.ts'
import type { TestPlenary } from '../make-plenary.ts'
import { deliverOn } from './deliver-on.ts'
import { findFile, type Room, type Seat, type Seen } from './seat.ts'

type View = FakeSlack['views'][number]
export type SlackHandle = { readonly messages: readonly Shown[]; readonly view?: View | undefined }
/** After the first thing is seen, others of the same answer may follow. */
const SETTLED = 120

export async function openSlackRoom(plenary: TestPlenary, options: { readonly channel?: string } = {}): Promise<Room<SlackHandle>> {
  const slack = await openSlack({ plenary })
  deliverOn(plenary, slack.platform)
  const person = (id: string, more = {}) => makePerson(slack.fake, slack.carry, id, more, options.channel)
  return { ana: sit(slack.fake, person('U0ANA', { is_admin: true })), ben: sit(slack.fake, person('U0BEN')) }
}

function sit(fake: FakeSlack, person: ReturnType<typeof makePerson>): Seat<SlackHandle> {
  const after = (act: () => Promise<unknown>) => look(fake, person.id, act)
  return {
    mention: `<@${person.id}|${person.id.toLowerCase()}>`,
    runs: (command, typed) => after(() => typeEscaped(person, `/${command} ${typed}`)),
    mentions: (line, thread) => after(() => person.mentions(line, thread)),
    notes: (message, thread) => after(() => person.usesMessageShortcut('message:note add', escaped(message), thread)),
    presses: ({ handle }, label) => after(() => press(person, handle, label)),
    fills: ({ handle }, values) => after(() => person.submits(viewOf(handle).view, answers(handle, values))),
    async letter(words) {
      const isIt = ({ channel, text, via }: Shown) => via === 'chat.postMessage' && channel === person.direct && text.includes(words)
      return seen([await until(() => fake.shown.find(isIt), `a letter with “${words}”`, 15_000)], undefined, none)
    },
  }
}

/** As Slack hands over what people wrote. */
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const typeEscaped = (person: ReturnType<typeof makePerson>, line: string) =>
  person.types(line).catch(error => Promise.reject(new Error(`${line}: ${String(error)}`)))

async function press(person: ReturnType<typeof makePerson>, { messages, view }: SlackHandle, label: string | RegExp): Promise<unknown> {
  const fits = ({ label: own }: { label: string }) => (typeof label === 'string' ? own === label : label.test(own))
  const inView = view && buttonsOf(view.view['blocks']).find(fits)
  if (view && inView) return person.presses(inView, { viewId: view.id, metadata: String(view.view['private_metadata']) })
  for (const message of messages) {
    const button = buttonsOf(message.blocks).find(fits)
    if (button) return person.presses(button, message)
  }
  throw new Error(`No button ${label} among: ${messages.flatMap(({ blocks }) => buttonsOf(blocks).map(one => one.label)).join(', ')}`)
}

async function look(fake: FakeSlack, user: string, act: () => Promise<unknown>): Promise<Seen<SlackHandle>> {
  const [shown, views, uploads] = [fake.shown.length, fake.views.length, fake.uploads.length]
  const acknowledged = await act()
  const errors = z.object({ payload: z.object({ errors: z.record(z.string(), z.string()) }) }).safeParse(acknowledged)
  if (errors.success) return { ...seen([], undefined, none), words: Object.values(errors.data.payload.errors).join('\n') }
  const came = () => fake.shown.length + fake.views.length + fake.uploads.length
  await until(() => came() > shown + views + uploads, `an answer for ${user}`, 8_000)
  for (let before = 0; before !== came(); await wait(SETTLED)) before = came()
  const messages = fake.shown
    .slice(shown)
    .filter(({ user: only, channel }) => only === user || only === undefined || channel === `D${user}`)
  const file = (name: string | RegExp) =>
    until(
      () =>
        findFile(
          fake.uploads.slice(uploads).filter(({ channel }) => channel === `D${user}`),
          name,
        ),
      `the file ${name}`,
      15_000,
    )
  return seen(messages, fake.views.slice(views).at(-1), file)
}

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(texts)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => (key === 'text' && typeof inner === 'string' ? [inner] : texts(inner)))
      : []

const none = () => Promise.reject(new Error('There are no files'))

function seen(messages: readonly Shown[], view: View | undefined, file: Seen['file']): Seen<SlackHandle> {
  const words = [...messages.flatMap(({ text, blocks }) => [text, ...texts(blocks)]), ...texts(view?.view['blocks'])]
  const fields = view && fieldsOf(view)
  return {
    words: words.join('\n'),
    file,
    alone: messages.every(({ user, channel }) => user !== undefined || channel.startsWith('D')),
    ...(fields && Object.keys(fields).length > 0 && { form: fields }),
    handle: { messages, view },
  }
}

const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  element: z
    .looseObject({
      type: z.string(),
      initial_value: z.string().optional(),
      initial_option: z.looseObject({ value: z.string() }).optional(),
    })
    .optional(),
})
const blocksOf = ({ view }: View) => z.array(block).parse(view['blocks'])
const fieldsOf = (view: View) =>
  Object.fromEntries(
    blocksOf(view).flatMap(({ block_id, element }) =>
      block_id && element ? [[block_id, element.initial_value ?? element.initial_option?.value ?? '']] : [],
    ),
  )

function viewOf({ view }: SlackHandle): View {
  if (!view) throw new Error('No dialog is open')
  return view
}

/** Every field comes back, changed or as it was. */
function answers(handle: SlackHandle, values: Readonly<Record<string, string>>) {
  const view = viewOf(handle)
  const known = fieldsOf(view)
  return Object.fromEntries(
    blocksOf(view).flatMap(({ block_id, element }) => {
      if (!block_id || !element) return []
      const value = values[block_id] ?? known[block_id] ?? ''
      const select = element.type !== 'plain_text_input'
      return [[block_id, { type: element.type, ...(select ? { selected_option: value === '' ? null : { value } } : { value }) }]]
    }),
  )
}

/** Purpose: two people in the made-up Discord: real discord.js, and the outbox that speaks to them privately. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FakeModal } from '../fake-discord/check-modal.ts'
import { APPLICATION, type FakeDiscord } from '../fake-discord/fake-discord.ts'
import type { Interaction, Shown } from '../fake-discord/interactions.ts'
import { makePerson, type Person, until, wordsOf } from '../fake-discord/person.ts'
import { directChannel, type Posted } from '../fake-discord/routes.ts'
import { openDiscord } from '../fake-discord/start.ts'
import type { TestPlenary } from '../make-plenary.ts'
import { deliverOn } from './deliver-on.ts'
import { fileAmong, type Room, type Seat, type Seen } from './seat.ts'

export type DiscordHandle = { readonly messages: readonly Shown[]; readonly interaction?: Interaction; readonly direct?: true }
const [ANA, BEN] = ['555555555555555601', '555555555555555602']
const SETTLED = 120

export async function openDiscordRoom(plenary: TestPlenary, options: { readonly channel?: string } = {}): Promise<Room<DiscordHandle>> {
  const { discord, platform } = await openDiscord({ plenary })
  deliverOn(plenary, platform)
  return { ana: sit(discord, ANA, { ...options, permissions: '32' }), ben: sit(discord, BEN, options) }
}

function sit(discord: FakeDiscord, id: string, more: Parameters<typeof makePerson>[1]): Seat<DiscordHandle> {
  const [person, inDirect] = [makePerson(discord, { ...more, id }), makePerson(discord, { id, direct: true })]
  const where = ({ direct }: DiscordHandle): Person => (direct ? inDirect : person)
  const threads = new Map<string, Person>()
  const inThread = (thread: string | undefined): Person => {
    if (thread === undefined) return person
    const known = threads.get(thread) ?? makePerson(discord, { ...more, id, channel: thread })
    threads.set(thread, known)
    return known
  }
  return {
    mention: `<@${id}>`,
    runs: (command, typed, options) =>
      answered(discord, () => (options ? person.runs(command, options) : person.types(`${command} ${typed}`.trim()))),
    async mentions(line, thread) {
      const before = discord.posts.length
      inThread(thread).says(`<@${APPLICATION}> ${line}`, { mentions: [{ id: APPLICATION }], member: { roles: ['444444444444444444'] } })
      await until(() => discord.posts.length > before, `an answer to “${line}”`)
      await wait(SETTLED)
      return posted(discord.posts.slice(before), id)
    },
    notes: (message, thread) => answered(discord, () => inThread(thread).menu('Make it a note', message)),
    presses: ({ handle }, label) =>
      answered(
        discord,
        () => where(handle).presses(handle.messages.find(({ message }) => has(message, label)) ?? none(handle, label), label),
        handle.direct,
      ),
    fills: ({ handle: { interaction, messages, direct } }, values) => {
      if (!interaction) throw new Error('No dialog is open')
      return answered(discord, () => (direct ? inDirect : person).fills(interaction, values, messages[0]), direct)
    },
    async letter(words) {
      const found = await until(
        () => discord.posts.find(({ channel, message }) => channel === directChannel(id) && read(message).includes(words)),
        `a letter with “${words}”`,
        15_000,
      )
      return posted([found], id)
    },
  }
}

/** As it is shown: what was escaped stands without its mark. */
const read = (message: Shown['message']) => wordsOf(message).replace(/\\([^\p{L}\p{N}\s])/gu, '$1')

const has = (message: Shown['message'], label: string | RegExp) =>
  Array.from(wordsOf(message).matchAll(/^\[(.*)\]$/gm), ([, own = '']) => own).some(own =>
    typeof label === 'string' ? own === label : label.test(own),
  )
const none = ({ messages }: DiscordHandle, label: string | RegExp): never => {
  throw new Error(`No button ${label} on: ${messages.map(({ message }) => wordsOf(message)).join('\n')}`)
}

function valueIn(component: FakeModal['components'][number]['component']): string {
  if (component.type === 3) return component.options.find(option => option.default)?.value ?? ''
  return (component.type === 5 ? component.default_values?.[0]?.id : component.value) ?? ''
}

async function answered(discord: FakeDiscord, act: () => Interaction, direct?: true): Promise<Seen<DiscordHandle>> {
  const interaction = act()
  await until(() => interaction.shown.length > 0 || interaction.modal, 'an answer', 8_000)
  for (let before = -1; before !== interaction.shown.length; await wait(SETTLED)) before = interaction.shown.length
  if (discord.refused.length > 0) throw new Error(`Discord refused: ${JSON.stringify(discord.refused[0]?.refusal)}`)
  const { shown, modal } = interaction
  const fields = modal?.components.map(({ component }) => [component.custom_id, valueIn(component)])
  return {
    words: shown.map(({ message }) => read(message)).join('\n'),
    file: name =>
      fileAmong(
        shown.flatMap(({ files }) => files),
        name,
      ),
    alone: direct === true || shown.every(({ ephemeral }) => ephemeral),
    ...(fields && { form: Object.fromEntries(fields) }),
    handle: { messages: shown, interaction, ...(direct && { direct }) },
  }
}

function posted(posts: readonly Posted[], id: string): Seen<DiscordHandle> {
  const alone = posts.every(({ channel }) => channel === directChannel(id))
  const messages = posts.map(({ message, files }): Shown => ({ message, files, ephemeral: false, how: 'answer' }))
  return {
    words: posts.map(({ message }) => read(message)).join('\n'),
    file: name =>
      fileAmong(
        posts.flatMap(({ files }) => files),
        name,
      ),
    alone,
    handle: { messages, ...(alone && { direct: true as const }) },
  }
}

/** Purpose: a person in the fake Discord: types commands, presses, chooses, fills in dialogs, and sees what comes. */
import { setTimeout as wait } from 'node:timers/promises'
import { everyComponent, type FakeMessage } from './check-message.ts'
import type { FakeModal } from './check-modal.ts'
import { APPLICATION, CHANNEL, type FakeDiscord, GUILD } from './fake-discord.ts'
import type { Interaction, Shown } from './interactions.ts'
import { directChannel, newId } from './routes.ts'

export type PersonOptions = {
  readonly id?: string
  readonly locale?: string
  readonly permissions?: string
  /** In direct messages, and a member of the server unless a `stranger`. */
  readonly direct?: boolean
  readonly stranger?: boolean
  readonly channel?: string
}
export type Option = {
  readonly name: string
  readonly value?: string | number
  readonly focused?: boolean
  readonly options?: readonly Option[]
}
export type Person = ReturnType<typeof makePerson>
export const ANA = '555555555555555555'

export function makePerson(
  discord: FakeDiscord,
  { id = ANA, locale = 'en-US', permissions = '2048', direct = false, stranger = false, channel }: PersonOptions = {},
) {
  const user = { id, username: 'ana', discriminator: '0', avatar: null, global_name: null, bot: false }
  const channel_id = channel ?? (direct ? directChannel(id) : CHANNEL)
  if (direct && !stranger && !discord.guild.members.has(id)) discord.guild.members.set(id, new Set())
  const where = direct
    ? { channel_id, channel: { id: channel_id, type: 1 }, user, context: 1 }
    : {
        channel_id,
        channel: { id: channel_id, type: 0, guild_id: GUILD },
        guild_id: GUILD,
        guild_locale: 'en-US',
        member: { user, roles: [], permissions, joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
        context: 0,
      }
  const own = {
    version: 1,
    application_id: APPLICATION,
    locale,
    app_permissions: '274877942784',
    entitlements: [],
    authorizing_integration_owners: { 0: GUILD },
    attachment_size_limit: 10_485_760,
  }

  function start(type: number, data: object, onto?: Shown, more: object = {}): Interaction {
    const interaction: Interaction = {
      id: newId(),
      token: `token-${newId()}`,
      type,
      sentAt: performance.now(),
      onto: onto?.message,
      ontoHidden: onto?.ephemeral,
      shown: [],
    }
    discord.interactions.set(interaction.token, interaction)
    const message = onto && {
      message: { id: newId(), type: 0, channel_id, flags: ((onto.message.flags ?? 0) & ~64) | (onto.ephemeral ? 64 : 0) },
    }
    const event = { ...own, ...where, ...message, ...more, id: interaction.id, token: interaction.token, type, data }
    discord.gateway.dispatch('INTERACTION_CREATE', event)
    return interaction
  }

  return {
    start,
    /** `practice` or `library get`. */
    runs(command: string, options: Readonly<Record<string, string | number>> = {}) {
      const [name, sub] = command.split(' ')
      const values = Object.entries(options).map(([key, value]) => ({ name: key, type: typeof value === 'number' ? 4 : 3, value }))
      return start(2, { id: newId(), name, type: 1, options: sub ? [{ name: sub, type: 1, options: values }] : values })
    },
    types: (line: string) => start(2, { id: newId(), name: 'plenary', type: 1, options: [{ name: 'line', type: 3, value: line }] }),
    completes(command: string, option: string, typed: string) {
      const [name, sub] = command.split(' ')
      const values = [{ name: option, type: 3, value: typed, focused: true }]
      return start(4, { id: newId(), name, type: 1, options: sub ? [{ name: sub, type: 1, options: values }] : values })
    },
    presses: (shown: Shown, label: string | RegExp) => start(3, press(shown.message, label), shown),
    menu(name: string, content: string) {
      const target_id = newId()
      const message = { id: target_id, channel_id, content, type: 0, author: user }
      return start(2, { id: newId(), name, type: 3, target_id, resolved: { messages: { [target_id]: message } } })
    },
    fills({ modal }: Interaction, values: Readonly<Record<string, string>>, onto?: Shown) {
      if (!modal) throw new Error('No dialog is open')
      const components = modal.components.map(({ component }) => {
        const value = values[component.custom_id] ?? valueBefore(component) ?? ''
        const filled =
          component.type !== 4
            ? { type: component.type, custom_id: component.custom_id, values: value === '' ? [] : [value] }
            : { type: 4, custom_id: component.custom_id, value }
        return { type: 18, component: filled }
      })
      return start(5, { custom_id: modal.custom_id, components }, onto)
    },
    /** A message; with `mention` it begins with our name. */
    says(content: string, more: object = {}) {
      const id = newId()
      const message = {
        id,
        channel_id,
        author: user,
        content,
        timestamp: '2026-11-21T09:00:00Z',
        type: 0,
        mentions: [],
        ...(direct ? { channel_type: 1 } : { guild_id: GUILD, member: { roles: [] } }),
        ...more,
      }
      discord.gateway.dispatch('MESSAGE_CREATE', message)
      return message
    },
  }
}

const valueBefore = (component: FakeModal['components'][number]['component']): string | undefined =>
  component.type === 3
    ? component.options.find(option => option.default)?.value
    : component.type === 5
      ? component.default_values?.[0]?.id
      : component.value

function press(message: FakeMessage, label: string | RegExp): object {
  const fits = (text: string) => (typeof label === 'string' ? text === label : label.test(text))
  for (const part of everyComponent(message.components ?? [])) {
    if (part.type === 2 && fits(part.label)) return { component_type: 2, custom_id: part.custom_id }
    if (part.type !== 3) continue
    const option = part.options.find(one => fits(one.label))
    if (option) return { component_type: 3, custom_id: part.custom_id, values: [option.value] }
  }
  throw new Error(`No button ${label} in ${wordsOf(message)}`)
}

/** Everything that can be read on a message. */
export const wordsOf = ({ content, components = [] }: FakeMessage): string =>
  [
    content ?? '',
    ...everyComponent(components).flatMap(part =>
      part.type === 10
        ? [part.content]
        : part.type === 2
          ? [`[${part.label}]`]
          : part.type === 3
            ? part.options.map(option => `[${option.label}]`)
            : [],
    ),
  ].join('\n')

/** Waits until something is so; fails with what it was told to look at. */
export async function until<T>(look: () => T | undefined | false, what = 'it', within = 5000): Promise<T> {
  const end = performance.now() + within
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`)
    await wait(2)
  }
}

/** The message that answers an interaction, once it is there. */
export const seen = (interaction: Interaction, at = 0): Promise<Shown> =>
  until(() => interaction.shown[at], `message ${at} of interaction ${interaction.id}`)

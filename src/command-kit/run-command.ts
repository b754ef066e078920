/** Purpose: the one way from what a person did to what they see: who may, language and zone, options, and the boundary where failures become sentences. */

import type { Address } from '../address.ts'
import { type Language, labelIn, languageOf, sayIn } from '../locales/say.ts'
import type { Choice, Reply } from '../reply.ts'
import { UserError } from '../user-error.ts'
import type { CommandBook } from './command-book.ts'
import { completeLine, completeValue } from './complete-line.ts'
import type { Context, Features, Person, Place } from './context.ts'
import { makeForm, opensForm } from './form.ts'
import { makeOfferWelcome, type OfferWelcome } from './offer-welcome.ts'
import type { RawOptions } from './options.ts'
import { mistypedAction, parseLine } from './parse-line.ts'
import { atLeast, type Role } from './roles.ts'

/** A person as a platform presents them. `vouched` is a role that the platform itself answers for, such as a workspace's admin. */
export type Visitor = { readonly address: Address; readonly locale?: string; readonly zone?: string; readonly vouched?: Role }
/** A typed line, or a command with its options (a button, a form, a structured slash command).
 *  `loose` lines (a mention, a direct message) search the library when they do not start with a command. */
export type Said =
  | { readonly line: string; readonly loose?: true }
  | { readonly command: string; readonly options: RawOptions; readonly share?: boolean; readonly form?: boolean }
export type Invocation = { readonly by: Visitor; readonly place: Place; readonly said: Said }
/** A reply and the language that it is in, so that a platform adds its own words without asking again who speaks. */
export type Heard = { readonly reply: Reply; readonly language: Language }

/** What the error boundary needs of the log: a short reference that the person is given. */
export type Report = (error: unknown, facts: Readonly<Record<string, string>>) => string
export type Observe = (facts: {
  readonly command: string
  readonly outcome: 'answered' | 'refused' | 'failed'
  readonly seconds: number
}) => void

export type Conversation = {
  readonly book: CommandBook
  hear(invocation: Invocation): Promise<Heard>
  /** Who somebody is to Plenary. */
  recognise(by: Visitor): Promise<Person>
  /** What a line could become while it is typed. */
  complete(by: Visitor, place: Place, line: string): Promise<readonly Choice[]>
  /** The values of one option that fit what was typed of it (Discord's and Slack's own type-ahead, and forms). */
  completeOption(by: Visitor, place: Place, command: string, option: string, typed: string): Promise<readonly Choice[]>
}

export type Parts = {
  readonly book: CommandBook
  readonly features: Features
  readonly now: () => Temporal.Instant
  readonly report: Report
  readonly observe: Observe
}

export function makeConversation(given: Parts): Conversation {
  const parts = { ...given, offerWelcome: makeOfferWelcome() }
  const { book } = parts
  return {
    book,
    hear: invocation => hear(parts, invocation),
    recognise: by => parts.features.people.recognise(by),
    complete: async (by, place, line) => completeLine(await makeContext(parts, by, place), line),
    async completeOption(by, place, command, option, typed) {
      const declared = book.find(command)?.options[option]
      return declared ? completeValue(await makeContext(parts, by, place), declared, typed) : []
    },
  }
}

async function hear(parts: Parts & { readonly offerWelcome: OfferWelcome }, { by, place, said }: Invocation): Promise<Heard> {
  const started = performance.now()
  let command = 'unknown'
  const done = (outcome: 'answered' | 'refused' | 'failed', language: Language, reply: Reply): Heard => {
    parts.observe({ command, outcome, seconds: (performance.now() - started) / 1000 })
    return { reply, language }
  }
  try {
    const context = await makeContext(parts, by, place)
    const { language } = context.person
    const offered = async (reply: Reply) => ('line' in said && said.loose ? parts.offerWelcome(context, reply) : reply)
    try {
      const call = 'line' in said ? { ...parseLine(parts.book, said.line, said), typed: true } : said
      if (parts.book.find(call.command)) command = call.command
      return done('answered', language, await offered(await runCommand(context, call)))
    } catch (error) {
      if (error instanceof UserError) return done('refused', language, await offered(refusal(context, said, error)))
      throw error
    }
  } catch (error) {
    const reference = parts.report(error, { command, platform: by.address.platform })
    const language = languageOf(by.locale) ?? 'en'
    return done('failed', language, {
      text: sayIn(language)('error.unexpected', { reference: { code: reference } }),
      mood: 'error',
    })
  }
}

type Call = {
  readonly command: string
  readonly options: RawOptions
  readonly share?: boolean
  readonly form?: boolean
  readonly typed?: boolean
}

async function runCommand(context: Context, { command, options, share, form, typed }: Call): Promise<Reply> {
  const action = context.book.find(command)
  if (!action) throw new UserError('error.unknown-command', { word: command })
  mayUse(context, action.whoCanUse)
  if (form || opensForm(action, options, typed))
    return { text: context.say(action.summary), form: makeForm(context, command, action, options) }
  if (!share) return action.run(context, options)
  if (!action.whoCanShare) throw new UserError('error.not-shareable')
  mayUse(context, action.whoCanShare)
  return { ...(await action.run(context, options)), audience: 'channel' }
}

function mayUse({ person, label }: Context, needed: Role) {
  if (!atLeast(person.role, needed))
    throw new UserError('error.role', { needed: label(`role.${needed}`), role: label(`role.${person.role}`) })
}

function refusal({ say, book }: Context, said: Said, { key, values, buttons = [], field }: UserError): Reply {
  const meant = 'line' in said ? mistypedAction(book, said.line) : undefined
  const others = buttons.filter(({ label }) => label !== meant?.label)
  return { text: say(key, values), buttons: meant ? [meant, ...others] : others, mood: 'error', ...(field && { field }) }
}

async function makeContext({ book, features, now }: Parts, by: Visitor, place: Place): Promise<Context> {
  const person = await features.people.recognise(by)
  return { ...features, book, now, person, place, say: sayIn(person.language), label: labelIn(person.language) }
}

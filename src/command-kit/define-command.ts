/** Purpose: declare a command once, as data; text form, Discord's structure, forms, completion and help are projections of it. */
import { z } from 'zod'
import type { MessageKey } from '../locales/say.ts'
import type { Reply } from '../reply.ts'
import type { Context } from './context.ts'
import type { Options, RawOptions, Values } from './options.ts'
import { readOptions } from './read-options.ts'
import type { Role } from './roles.ts'

type Declaration<O extends Options> = {
  readonly summary: MessageKey
  readonly whoCanUse: Role
  /** What a person could type after the command's name; each must work. */
  readonly examples: readonly string[]
  readonly options: O
  /** Asks in a form for these options when the command comes without any; for those that it needs and nobody gave it asks anyway. */
  readonly asks?: readonly (keyof O & string)[]
  /** The option that takes the text of a message, where the command can be chosen from a message's menu. */
  readonly fromMessage?: keyof O & string
  /** What it is called in that menu; short, as Slack takes 24 characters and Discord 32. */
  readonly menuName?: MessageKey
  /** The lowest role that may show the answer to a whole channel, where this makes sense at all. */
  readonly whoCanShare?: Role
  run(context: Context, options: Values<O>): Reply | Promise<Reply>
}

/** One thing that a command can do, its options' types sealed inside `run`. */
export type Action = Omit<Declaration<Options>, 'run'> & { run(context: Context, raw: RawOptions): Promise<Reply> }
/** A word with its actions; `bare` is the one meant when none is named. */
export type Command = { readonly summary: MessageKey; readonly actions: Readonly<Record<string, Action>>; readonly bare: string }

export function defineAction<O extends Options>(declaration: Declaration<O>): Action {
  return { ...declaration, run: async (context, raw) => declaration.run(context, readOptions(context, declaration.options, raw)) }
}

/** A command that does one thing. */
export const defineCommand = <O extends Options>(declaration: Declaration<O>): Command => ({
  summary: declaration.summary,
  actions: { '': defineAction(declaration) },
  bare: '',
})

/** A command that does several things: `/library get P-014`. */
export const defineCommandFamily = (family: Command): Command => family

export const isCommand = (value: unknown): value is Command =>
  z
    .looseObject({ summary: z.string(), bare: z.string(), actions: z.record(z.string(), z.looseObject({ run: z.function() })) })
    .safeParse(value).success

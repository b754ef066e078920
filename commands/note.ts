/** Purpose: the rapporteur's one-liners: take notes, and mend them afterwards. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, hidden, line, number, optional, verbatim } from '../src/command-kit/options.ts'
import type { Reply } from '../src/reply.ts'
import { NOTE_TYPES } from '../src/sessions/note-types.ts'
import { UserError } from '../src/user-error.ts'
import { showHistory, showNotes } from './answers/note-list.ts'
import { attachNote, fixNote, moveNote, raiseNote, removeNote, restoreNote, undoLast } from './answers/note-mended.ts'
import { takeNotes, typeLabel } from './answers/note-taken.ts'
import { sessionOption } from './answers/session-here.ts'

const session = hidden(sessionOption)
const whole = { rest: optional(verbatim('note.option.rest')), session }
const which = line('note.option.number', { maxLength: 20 })
const known = (value: string) => NOTE_TYPES.find(type => type === value) ?? 'other'
const isNumber = (given: string) => /^#?\d{1,6}$/.test(given)
const toNumber = (given: string) => Number(given.replace('#', ''))

/** Words that only look like one of the actions (“fix the roads”) are a note: nothing typed is lost. */
const orNote = (context: Context, word: string, rest: readonly (string | undefined)[], given: string | undefined) =>
  takeNotes(context, [word, ...rest.filter(part => part !== undefined)].join(' '), given)

const add = defineAction({
  summary: 'note.add.summary',
  whoCanUse: 'member',
  fromMessage: 'text',
  menuName: 'note.menu',
  examples: [
    'practice City ID card open to every resident, New York',
    'rec Cities should be heard when national policy is made',
    'What will you do next?',
  ],
  options: { text: verbatim('note.option.text', { maxLength: 10_000 }), session },
  asks: ['text'],
  run: (context, { text, session }) => takeNotes(context, text, session),
})

const list = defineAction({
  summary: 'note.list.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { ...whole, page: hidden(optional(number('option.page', { max: 10_000 }))) },
  run: (context, { rest, session, page }) =>
    rest === undefined ? showNotes(context, session, page) : orNote(context, 'list', [rest], session),
})

const undo = defineAction({
  summary: 'note.undo.summary',
  whoCanUse: 'member',
  examples: [''],
  options: whole,
  run: (context, { rest, session }) => (rest === undefined ? undoLast(context, session) : orNote(context, 'undo', [rest], session)),
})

const fix = defineAction({
  summary: 'note.fix.summary',
  whoCanUse: 'member',
  examples: ['7 s/old words/new words/'],
  options: { number: which, change: verbatim('note.option.change'), session },
  asks: ['number', 'change'],
  run: (context, { number, change, session }) =>
    isNumber(number) ? fixNote(context, session, toNumber(number), change) : orNote(context, 'fix', [number, change], session),
})

const move = defineAction({
  summary: 'note.move.summary',
  whoCanUse: 'member',
  examples: ['7 rec'],
  options: { number: which, to: verbatim('note.option.to', { maxLength: 300 }), session },
  run: (context, { number, to, session }) =>
    isNumber(number) ? moveNote(context, session, toNumber(number), to) : orNote(context, 'move', [number, to], session),
})

const attach = defineAction({
  summary: 'note.attach.summary',
  whoCanUse: 'member',
  examples: ['8 to 5'],
  options: { number: which, to: verbatim('note.option.attach-to', { maxLength: 300 }), session },
  run(context, { number, to, session }) {
    const target = /^(?:to\s+|à\s+|a\s+)?#?(\d{1,6})$/i.exec(to)?.[1]
    return isNumber(number) && target
      ? attachNote(context, session, toNumber(number), Number(target))
      : orNote(context, 'attach', [number, to], session)
  },
})

const numbered = (act: (context: Context, session: string | undefined, number: number) => Promise<Reply>) => ({
  whoCanUse: 'member' as const,
  examples: ['7'],
  options: { number: which, session },
  async run(context: Context, { number, session }: { readonly number: string; readonly session: string | undefined }): Promise<Reply> {
    if (!isNumber(number)) throw new UserError('error.note-number', { given: number }, { field: 'number' })
    return act(context, session, toNumber(number))
  },
})

const remove = defineAction({ summary: 'note.remove.summary', ...numbered(removeNote) })
const restore = defineAction({ summary: 'note.restore.summary', ...numbered(restoreNote) })
const up = defineAction({ summary: 'note.up.summary', ...numbered(raiseNote) })
const history = defineAction({ summary: 'note.history.summary', ...numbered(showHistory) })

const typed = defineAction({
  summary: 'note.form.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { type: choice('note.option.type', NOTE_TYPES, value => typeLabel(known(value))), text: verbatim('note.option.text'), session },
  asks: ['type', 'text'],
  run: (context, { type, text, session }) => takeNotes(context, `${type}: ${text}`, session),
})

export default defineCommandFamily({
  summary: 'note.summary',
  actions: { add, list, undo, fix, move, attach, remove, restore, up, history, form: typed },
  bare: 'add',
})

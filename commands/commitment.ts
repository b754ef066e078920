/** Purpose: who will do what by when: written down, taken on, asked after, reported back. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, hidden, line, number, optional, verbatim, words } from '../src/command-kit/options.ts'
import { REPORTED, STATES } from '../src/commitments/states.ts'
import type { Reply } from '../src/reply.ts'
import {
  acceptCommitment,
  addCommitment,
  addFromNote,
  carryOver,
  declineCommitment,
  mergeCommitments,
  offerCommitment,
  showCommitment,
  updateCommitment,
} from './answers/commitment-done.ts'
import { listCommitments, reportBack, VIEWS } from './answers/commitment-list.ts'
import { completeCommitment, stateKey } from './answers/commitment-words.ts'
import { sessionOption } from './answers/session-here.ts'

const commitment = line('commitment.option.commitment', { complete: completeCommitment, maxLength: 60 })
const page = hidden(optional(number('option.page', { max: 10_000 })))
const viewKey = (view: string) => `commitment.view.${VIEWS.find(known => known === view) ?? 'open'}` as const

const add = defineAction({
  summary: 'commitment.add.summary',
  whoCanUse: 'member',
  examples: [
    'Immigrant Council will coordinate a group for Europe by june 2027',
    'Share a guide to campaigns with all members due:2027-03-21',
  ],
  options: { text: verbatim('commitment.option.text', { maxLength: 1000 }) },
  asks: ['text'],
  run: (context, { text }) => addCommitment(context, text),
})
const form = defineAction({
  summary: 'commitment.form.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    what: words('commitment.option.what', { maxLength: 600 }),
    who: optional(line('commitment.option.who', { maxLength: 120 })),
    due: optional(line('commitment.option.due', { maxLength: 60 })),
  },
  asks: ['what', 'who', 'due'],
  run: (context, { what, who, due }) =>
    addCommitment(context, [what, ...(who ? [`who:${who}`] : []), ...(due ? [`due:${due}`] : [])].join(' ')),
})
const from = defineAction({
  summary: 'commitment.from.summary',
  whoCanUse: 'member',
  examples: ['S-001 7'],
  options: { session: line('session.option.session', { maxLength: 60 }), note: number('note.option.number') },
  run: (context, { session, note }) => addFromNote(context, session, note),
})
const list = defineAction({
  summary: 'commitment.list.summary',
  whoCanUse: 'member',
  whoCanShare: 'rapporteur',
  examples: ['', 'show:orphans'],
  options: {
    show: optional(choice('commitment.option.show', VIEWS, viewKey)),
    state: optional(choice('commitment.option.state', STATES, stateKey)),
    session: sessionOption,
    group: optional(line('commitment.option.group')),
    page,
  },
  run: (context, wish) => listCommitments(context, wish),
})
const about = (act: (context: Context, given: string) => Promise<Reply>) => ({
  whoCanUse: 'member' as const,
  examples: ['CM-001'],
  options: { commitment },
  run: (context: Context, given: { readonly commitment: string }) => act(context, given.commitment),
})
const show = defineAction({ summary: 'commitment.show.summary', ...about(showCommitment) })
const accept = defineAction({ summary: 'commitment.accept.summary', ...about(acceptCommitment) })
const decline = defineAction({ summary: 'commitment.decline.summary', ...about(declineCommitment) })
const offer = defineAction({
  summary: 'commitment.offer.summary',
  whoCanUse: 'member',
  examples: ['CM-002 @ben'],
  options: { commitment, to: line('session.option.to', { maxLength: 100 }) },
  asks: ['to'],
  run: (context, { commitment, to }) => offerCommitment(context, commitment, to),
})
const update = defineAction({
  summary: 'commitment.update.summary',
  whoCanUse: 'member',
  examples: ['CM-001 at-risk "the venue is not sure"'],
  options: {
    commitment,
    state: choice('commitment.option.state', REPORTED, stateKey),
    reason: optional(words('commitment.option.reason')),
  },
  asks: ['state', 'reason'],
  run: (context, { commitment, state, reason }) => updateCommitment(context, commitment, state, reason),
})
const merge = defineAction({
  summary: 'commitment.merge.summary',
  whoCanUse: 'member',
  examples: ['CM-002 CM-001'],
  options: { commitment, into: line('commitment.option.into', { complete: completeCommitment, maxLength: 60 }) },
  run: (context, { commitment, into }) => mergeCommitments(context, commitment, into),
})
const carry = defineAction({
  summary: 'commitment.carry.summary',
  whoCanUse: 'member',
  examples: ['CM-001 "december 2027"'],
  options: { commitment, until: words('commitment.option.due', { maxLength: 60 }) },
  asks: ['until'],
  run: (context, { commitment, until }) => carryOver(context, commitment, until),
})
const board = defineAction({
  summary: 'commitment.board.summary',
  whoCanUse: 'member',
  whoCanShare: 'rapporteur',
  examples: [''],
  options: {},
  async run({ commitments, person, label }) {
    const picture = await commitments.board(person.coalition, person.language)
    return { text: label('commitment.board-text', { summary: picture.alt }), pictures: [picture] }
  },
})
const report = defineAction({
  summary: 'commitment.report.summary',
  whoCanUse: 'member',
  whoCanShare: 'rapporteur',
  examples: [''],
  options: { session: sessionOption },
  run: (context, { session }) => reportBack(context, session),
})

export default defineCommandFamily({
  summary: 'commitment.summary',
  actions: { list, add, form, from, show, accept, decline, offer, update, merge, carry, board, report },
  bare: 'list',
})

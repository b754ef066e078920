/** Purpose: what people are told privately about a group: short, with the one button that they may need, and nobody's name. */
import type { KeptReply } from '../delivery/outbox.ts'
import type { Button } from '../reply.ts'
import type { Group } from './group.ts'
import type { Pen } from './tell.ts'

type Letter = (pen: Pen) => KeptReply

export const enoughLetter = (
  { say, label, name, ref }: Pen,
  group: Group,
  { launch, offered }: { launch: boolean; offered: boolean },
): KeptReply => ({
  text: say(launch ? 'letter.enough-launch' : offered ? 'letter.enough' : 'letter.enough-nobody', { name, count: group.threshold }),
  buttons: [
    ...(launch ? [{ ...press('group launch', ref), label: label('group.do-launch'), look: 'primary' as const }] : []),
    ...(launch || offered ? [] : [{ ...press('group offer', ref), label: label('group.do-offer') }]),
    { ...press('group show', ref), label: label('group.do-show') },
  ],
})

export const launchedLetter = ({ say, label, name, ref }: Pen, group: Group): KeptReply => ({
  text: [...asSpans(say('letter.launched', { name })), '\n', ...asSpans(dataNote({ say }, group))],
  buttons: [
    { ...press('group join', ref), label: label('group.do-join'), look: 'primary' },
    { ...press('group leave', ref), label: label('group.do-forget-interest') },
  ],
})

/** Who will see what of somebody who joins. */
export const dataNote = ({ say }: Pick<Pen, 'say'>, { openRoster }: Pick<Group, 'openRoster'>) =>
  say(openRoster ? 'group.note-open' : 'group.note')

export const offerLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.offer', { name }),
  buttons: [{ ...press('group seats', ref), label: label('group.do-seats'), look: 'primary' }],
})

export const requestLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.request', { name }),
  buttons: [{ ...press('group requests', ref), label: label('group.do-requests'), look: 'primary' }],
})

export const admittedLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.admitted', { name }),
  buttons: [{ ...press('group show', ref), label: label('group.do-show') }],
})

export const turnedDownLetter: Letter = ({ say, label, name }) => ({
  text: say('letter.turned-down', { name }),
  buttons: [{ label: label('group.do-list'), command: 'group list' }],
})

export const askedLetter =
  (seat: 'coordinator' | 'deputy'): Letter =>
  ({ say, label, name, ref }) => ({
    text: say(seat === 'coordinator' ? 'letter.asked-coordinator' : 'letter.asked-deputy', { name }),
    buttons: [
      { ...press('group accept', ref), label: label('group.do-accept'), look: 'primary' },
      { ...press('group decline', ref), label: label('group.do-decline') },
    ],
  })

export const seatTakenLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.seat-taken', { name }),
  buttons: [{ ...press('group show', ref), label: label('group.do-show') }],
})

export const seatYoursLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.seat-yours', { name }),
  buttons: [{ ...press('group show', ref), label: label('group.do-show') }],
})

export const stillLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.still', { name }),
  buttons: [
    { ...press('group still', ref), label: label('group.do-still'), look: 'primary' },
    { ...press('group seats', ref), label: label('group.do-hand-over') },
    { ...press('group resign', ref), label: label('group.do-resign') },
  ],
})

export const aloneLetter: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.alone', { name }),
  buttons: [{ ...press('group seats', ref), label: label('group.do-seats') }],
})

/** To the whole group: the seat, and never who left it. */
export const seatOpenNotice: Letter = ({ say, label, name, ref }) => ({
  text: say('letter.seat-open', { name }),
  buttons: [{ ...press('group offer', ref), label: label('group.do-offer') }],
})

const press = (command: string, ref: string): Pick<Button, 'command' | 'options'> => ({ command, options: { group: ref } })
const asSpans = (text: KeptReply['text']) => (typeof text === 'string' ? [text] : text)

/** Purpose: what the visitor does, from the click to what they see of the answer. */
import type { Form, Text } from '../../../reply.ts'
import type { WireAnswer, WireButton, WireReply } from '../wire.ts'
import { type Asked, ask, newKey, whyOf } from './api.ts'
import { isChat, isSmall, markSent, nowIn, type PrivateItem, withItem, withoutItem } from './channel-log.ts'
import type { Session } from './session.ts'

/** How the page shows what comes back. */
export type Shower = {
  reveal(key?: string): void
  tell(text: Text): void
  complain(text: Text): void
  /** Failed on the way: with a way to try again. */
  fail(why: string, again: () => void): void
  announce(text: Text): void
  openForm(form: Form, owner: PrivateItem | undefined): void
  /** The visitor's language has changed. */
  relearn(): void
}
type Stage = { readonly session: Session; readonly shower: Shower }

export type Actions = {
  say(line: string): void
  press(button: WireButton, owner: PrivateItem | undefined): Promise<void>
  /** Gives back a complaint, which leaves the form open. */
  submit(form: Form, owner: PrivateItem | undefined): (options: Readonly<Record<string, string>>) => Promise<WireReply | undefined>
  retry(item: PrivateItem): void
  remove(item: PrivateItem): void
}

export function makeActions(session: Session, shower: Shower): Actions {
  const stage: Stage = { session, shower }
  // One line at a time, so that lines stay in the order in which they were written.
  let sending = Promise.resolve()
  const queue = (item: PrivateItem) => {
    put(stage, item)
    shower.reveal(item.key)
    sending = sending.then(() => send(stage, item))
  }
  return {
    say: line => queue(start(stage, { path: 'say', body: { channel: session.channel, line, key: newKey() } }, line)),
    press: ({ id, label }, owner) => press(stage, { path: 'press', body: { channel: session.channel, id, key: newKey() } }, label, owner),
    submit: (form, owner) => submit(stage, form, owner),
    retry: item => queue({ ...item, state: 'waiting' }),
    remove: item => session.change(item.asked.body.channel, log => withoutItem(log, item)),
  }
}

function start({ session }: Stage, asked: Asked, line: string): PrivateItem {
  const { channel, key } = asked.body
  return { key, line, asked, after: nowIn(session.log(channel)), at: Date.now(), state: 'waiting' }
}

const put = ({ session }: Stage, item: PrivateItem) => session.change(item.asked.body.channel, log => withItem(log, item))

async function send(stage: Stage, item: PrivateItem): Promise<void> {
  const { session } = stage
  const { channel } = item.asked.body
  try {
    const answer = await ask(item.asked)
    if (isChat(item)) return session.change(channel, log => markSent(log, item))
    if (!answer.reply || answer.reply.form) session.change(channel, log => withoutItem(log, item))
    show(stage, item, answer)
  } catch (failure) {
    put(stage, { ...item, state: 'failed', why: whyOf(failure) })
    if (whyOf(failure) === 'signed-out') session.watcher?.onSignedOut()
  }
}

async function press(stage: Stage, asked: Asked, label: string, owner: PrivateItem | undefined): Promise<void> {
  try {
    const answer = await ask(asked)
    show(stage, start(stage, asked, label), answer, owner)
  } catch (failure) {
    if (whyOf(failure) === 'signed-out') stage.session.watcher?.onSignedOut()
    else stage.shower.fail(whyOf(failure), () => void press(stage, asked, label, owner))
  }
}

function submit(stage: Stage, form: Form, owner: PrivateItem | undefined) {
  const keyOf = keyPerContent()
  return async (options: Readonly<Record<string, string>>): Promise<WireReply | undefined> => {
    const body = { channel: stage.session.channel, command: form.command, options, key: keyOf(JSON.stringify(options)) }
    const asked: Asked = { path: 'submit', body }
    const answer = await ask(asked)
    keyOf(undefined)
    if (answer.reply?.mood === 'error') return answer.reply
    // The dialog closes first: what comes next may be another one.
    setTimeout(() => show(stage, start(stage, asked, form.title), answer, owner))
    return undefined
  }
}

/** Where an answer goes: a dialog, the place of the one before it, or the end of the stream; and how it is told. */
function show(stage: Stage, item: PrivateItem, { reply, language }: WireAnswer, owner?: PrivateItem): void {
  const { session, shower } = stage
  if (language !== '' && language !== session.me.language) shower.relearn()
  // Without a reply it went to the channel, where it comes in last.
  if (!reply) shower.reveal()
  else if (reply.form) shower.openForm(reply.form, owner)
  else showReply(stage, item, reply, owner)
}

function showReply(stage: Stage, item: PrivateItem, reply: WireReply, owner: PrivateItem | undefined): void {
  const { session, shower } = stage
  const { channel } = item.asked.body
  const replaced = reply.instead ? session.log(channel).privates.find(({ key }) => key === owner?.key) : undefined
  put(stage, replaced ? { ...replaced, reply } : { ...item, state: 'done', reply })
  shower.reveal(replaced?.key ?? item.key)
  if (!isSmall(reply)) shower.announce(reply.text)
  else if (reply.mood === 'error') shower.complain(reply.text)
  else shower.tell(reply.text)
}

/** The same words keep their key, so that sending them again after a break does nothing twice; other words get another. */
function keyPerContent() {
  let kept: { readonly content: string; readonly key: string } | undefined
  return (content: string | undefined): string => {
    if (content === undefined) kept = undefined
    else if (kept?.content !== content) kept = { content, key: newKey() }
    return kept?.key ?? ''
  }
}

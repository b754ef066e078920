/** Purpose: what the visitor does, from the click to what they see of the answer. */
import type { Form, Text } from '../../../reply.ts'
import type { WireAnswer, WireButton, WireReply } from '../wire.ts'
import { type Asked, ask, newKey, whyOf } from './api.ts'
import { type ChannelLog, isChat, isSmall, lastId, type PrivateItem } from './channel-log.ts'
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
  speak(language: string): void
}
export type Actions = {
  say(line: string): void
  press(button: WireButton, owner: PrivateItem | undefined): Promise<void>
  /** Gives back a complaint, which leaves the form open. */
  submit(form: Form, owner: PrivateItem | undefined): (options: Readonly<Record<string, string>>) => Promise<WireReply | undefined>
  retry(item: PrivateItem): void
  remove(item: PrivateItem): void
}

export function makeActions(session: Session, shower: Shower): Actions {
  // One line at a time, so that lines stay in the order in which they were written.
  let sending = Promise.resolve()

  const put = (item: PrivateItem) => session.change(item.asked.body.channel, log => withItem(log, item))
  const remove = (item: PrivateItem) => session.change(item.asked.body.channel, log => withoutItem(log, item))
  const start = (asked: Asked, line: string): PrivateItem => {
    const { channel, key } = asked.body
    return { key, line, asked, after: lastId(session.log(channel)), at: Date.now(), state: 'waiting' }
  }
  const show = (item: PrivateItem, { reply, language }: WireAnswer, owner?: PrivateItem) => {
    if (language !== '' && language !== session.me.language) shower.speak(language)
    if (reply?.form) return shower.openForm(reply.form, owner)
    if (!reply) return shower.reveal()
    const { channel } = item.asked.body
    const replaced = reply.instead ? session.log(channel).privates.find(({ key }) => key === owner?.key) : undefined
    put(replaced ? { ...replaced, reply } : { ...item, state: 'done', reply })
    shower.reveal(replaced?.key ?? item.key)
    if (!isSmall(reply)) shower.announce(reply.text)
    else if (reply.mood === 'error') shower.complain(reply.text)
    else shower.tell(reply.text)
  }
  const send = async (item: PrivateItem) => {
    try {
      const answer = await ask(item.asked)
      if (isChat(item)) return session.change(item.asked.body.channel, log => markSent(log, item))
      if (!answer.reply || answer.reply.form) remove(item)
      show(item, answer)
    } catch (failure) {
      put({ ...item, state: 'failed', why: whyOf(failure) })
      if (whyOf(failure) === 'signed-out') session.watcher?.onSignedOut()
    }
  }
  const queue = (item: PrivateItem) => {
    put(item)
    shower.reveal(item.key)
    sending = sending.then(() => send(item))
  }
  const pressWith = async (asked: Asked, label: string, owner: PrivateItem | undefined) => {
    try {
      show(start(asked, label), await ask(asked), owner)
    } catch (failure) {
      if (whyOf(failure) === 'signed-out') session.watcher?.onSignedOut()
      else shower.fail(whyOf(failure), () => void pressWith(asked, label, owner))
    }
  }
  return {
    say(line) {
      const body = { channel: session.channel, line, key: newKey() }
      queue(start({ path: 'say', body }, line))
    },
    press: ({ id, label }, owner) => pressWith({ path: 'press', body: { channel: session.channel, id, key: newKey() } }, label, owner),
    submit(form, owner) {
      const keyOf = keyPerContent()
      return async options => {
        const body = { channel: session.channel, command: form.command, options, key: keyOf(JSON.stringify(options)) }
        const asked: Asked = { path: 'submit', body }
        const answer = await ask(asked)
        keyOf(undefined)
        if (answer.reply?.mood === 'error') return answer.reply
        // The dialog closes first: what comes next may be another one.
        queueMicrotask(() => show(start(asked, form.title), answer, owner))
        return undefined
      }
    },
    retry: item => queue({ ...item, state: 'waiting' }),
    remove,
  }
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

const withItem = (log: ChannelLog, item: PrivateItem): ChannelLog => {
  const known = log.privates.some(({ key }) => key === item.key)
  return { ...log, privates: known ? log.privates.map(other => (other.key === item.key ? item : other)) : [...log.privates, item] }
}
const withoutItem = (log: ChannelLog, item: PrivateItem): ChannelLog => ({
  ...log,
  privates: log.privates.filter(({ key }) => key !== item.key),
})
/** The message itself may have come back before; then there is nothing left to mark. */
const markSent = (log: ChannelLog, item: PrivateItem): ChannelLog => ({
  ...log,
  privates: log.privates.map(other => (other.key === item.key ? { ...other, state: 'sent' } : other)),
})

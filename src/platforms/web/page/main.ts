/** Purpose: start the page: ask who the visitor is, then show the chat in their language. */

import type { WireMe } from '../wire.ts'
import { askMe, choosePersona, signOut, whyOf } from './api.ts'
import { showChat } from './chat.ts'
import { fitScreen } from './fit-screen.ts'
import { type Session, startSession } from './session.ts'
import { showStop } from './show-stop.ts'
import { channelAddress, channelOfAddress } from './side.ts'
import { say, useStrings, useStringsOfPage } from './strings.ts'
import { makeToasts } from './toasts.ts'

useStringsOfPage()
fitScreen()
const toasts = makeToasts()
document.body.append(toasts.node)
let leave = () => {}
await begin()

async function begin(): Promise<void> {
  try {
    const me = await askMe()
    const asked = channelOfAddress()
    const channel = me.channels.find(({ id }) => id === asked) ?? me.channels[0]
    if (channel) history.replaceState(null, '', channelAddress(channel.id))
    enter(startSession(me, channel?.id ?? ''))
  } catch (failure) {
    showStop(whyOf(failure), begin)
  }
}

function enter(session: Session): void {
  const show = (me: WireMe) => {
    leave()
    session.me = me
    useStrings(me.strings)
    document.documentElement.lang = me.language
    document.documentElement.dir = me.rightToLeft ? 'rtl' : 'ltr'
    leave = showChat(session, toasts, {
      onLanguage: () => void askMe().then(show, complain),
      onPersona: id => void choosePersona(id).then(restart, complain),
      onSignOut: () => void signOut().then(stop, complain),
      onSignedOut: stop,
    })
  }
  const end = () => {
    session.watcher = undefined
    session.stop()
    leave()
  }
  const restart = () => {
    end()
    return begin()
  }
  const stop = () => {
    end()
    showStop('signed-out', begin)
  }
  show(session.me)
}

function complain(failure: unknown): void {
  toasts.complain(say(`page.failed-${whyOf(failure)}`))
}

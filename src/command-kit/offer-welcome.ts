/** Purpose: whoever writes to Plenary for the first time is offered the form for newcomers, beside the answer to what they asked, and not again. */
import { formatAddress } from '../address.ts'
import { fold } from '../nearest.ts'
import type { Reply } from '../reply.ts'
import type { Context } from './context.ts'

const FORM = 'my welcome'
/** People whom a process remembers having asked. Nothing is written down about anybody, so after a restart somebody may be asked once more. */
const REMEMBERED = 5_000

export type OfferWelcome = (context: Context, reply: Reply) => Promise<Reply>

export function makeOfferWelcome(): OfferWelcome {
  const offered = new Set<string>()
  return async (context, reply) => {
    const { person, place, people, book, label } = context
    const who = formatAddress(person.address)
    if (!place.private || reply.form || offered.has(who) || !book.find(FORM) || (await people.knows(person.address))) return reply
    remember(offered, who)
    if (hasForm(reply)) return reply
    return { ...reply, buttons: [...(reply.buttons ?? []), { label: label('my.do-welcome'), command: FORM, form: true }] }
  }
}

/** The oldest is forgotten first. */
function remember(offered: Set<string>, who: string): void {
  offered.add(who)
  const [oldest] = offered
  if (offered.size > REMEMBERED && oldest !== undefined) offered.delete(oldest)
}

const hasForm = ({ buttons = [], cards = [] }: Reply) =>
  [...buttons, ...cards.flatMap(card => card.buttons ?? [])].some(({ command }) => command === FORM)

/** A greeting is no question to the library. */
export const isGreeting = (line: string) =>
  GREETINGS.has(
    fold(line)
      .replace(/[^\p{L}\s]+/gu, '')
      .trim(),
  )

const GREETINGS = new Set(
  [
    ...['hi', 'hello', 'hey', 'hi there', 'hello there', 'hey there', 'good morning', 'good afternoon', 'good evening', 'start'],
    ...['bonjour', 'bonsoir', 'salut', 'coucou', 'hola', 'buenas', 'buenos dias', 'buenas tardes', 'buenas noches', 'ola', 'oi'],
    ...['مرحبا', 'مرحبًا', 'أهلا', 'أهلًا', 'السلام عليكم', 'سلام', 'صباح الخير', 'مساء الخير'],
  ].map(fold),
)

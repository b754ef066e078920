/** Purpose: the app's Home page: what `/plenary home` says, drawn anew at each visit. */
import { type AnswerParts, ask } from './answer.ts'
import { VIEW } from './limits.ts'
import { renderPage } from './render.ts'
import { remember, type Spot } from './spot.ts'
import { troubleOf } from './trouble.ts'

export async function publishHome(parts: AnswerParts, spot: Pick<Spot, 'team' | 'user'>): Promise<void> {
  const { reply, label } = await ask(parts, { ...spot, private: true }, { command: homeCommand(parts), options: {} })
  const { reply: ready, idOf } = await parts.prepare(reply)
  const blocks = renderPage(ready, { label, idOf }, VIEW.blocks)
  const view = { type: 'home' as const, blocks, private_metadata: remember({ ...spot, private: false }) }
  try {
    await parts.clients.patient.views.publish({ user_id: spot.user, view })
  } catch (error) {
    parts.log.warn(
      { code: troubleOf(error).code, user: spot.user },
      'the Home page could not be drawn; it is tried again at the next visit',
    )
  }
}

/** What somebody sees who says nothing in particular. */
export const homeCommand = ({ conversation: { book } }: Pick<AnswerParts, 'conversation'>) => (book.commands.has('home') ? 'home' : 'help')

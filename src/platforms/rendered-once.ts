/** Purpose: render an answer once that is given again and again, as answers of a search are: the same reply is the same message. */
import type { Reply } from '../reply.ts'

/** @returns what was made of this very reply before, or else what `make` makes of it now. A reply is in one language, so nothing else may decide
 *  how it looks: whatever adds a name, a space or a byline renders by itself. It is kept as long as the reply is. */
export type RenderedOnce<Rendered> = (reply: Reply, make: () => Rendered) => Rendered

export function makeRenderedOnce<Rendered>(): RenderedOnce<Rendered> {
  const known = new WeakMap<Reply, Rendered>()
  return (reply, make) => {
    const before = known.get(reply)
    if (before !== undefined) return before
    const rendered = make()
    known.set(reply, rendered)
    return rendered
  }
}

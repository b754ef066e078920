/** Purpose: the mark on a message that was sent unasked, which nobody sees, and reading it back. Discord forgets nonces after some minutes,
 *  and shows them in no list of messages; what stays is the number of a component, or letters without a shape at the end of plain words. */
import { createHash } from 'node:crypto'
import type { RecentMessage } from './calls-once.ts'
import { MESSAGE } from './limits.ts'
import type { MessageBody } from './render.ts'

const BITS = 31
/** As many messages as a long reply can have, and some more. */
const MOST_PARTS = 10
const [ZERO, ONE] = ['\u200b', '\u2063']

/** Whether plain words leave room for the mark. */
export const hasRoom = ({ content }: MessageBody) => (content?.length ?? 0) + BITS <= MESSAGE.content

export function withMark(body: MessageBody, marker: string, part: number, of: number): MessageBody {
  const mark = numberOf(marker, part, of)
  if (body.content) return { ...body, content: body.content + invisible(mark) }
  const [first, ...others] = body.components
  return first ? { ...body, components: [{ ...first, id: mark }, ...others] } : body
}

/** Which parts of which delivery are among these messages of ours. */
export function findParts(messages: readonly RecentMessage[], marker: string): { part: number; of: number; id: string }[] {
  const byMark = new Map<number, string>()
  for (const { id, content, components } of messages) {
    const mark = components[0]?.id
    if (mark !== undefined) byMark.set(mark, id)
    const hidden = HIDDEN.exec(content)?.[0]
    if (hidden) byMark.set(read(hidden), id)
  }
  return candidates(marker).flatMap(({ part, of, mark }) => {
    const id = byMark.get(mark)
    return id === undefined ? [] : [{ part, of, id }]
  })
}

/** Discord knows again what it saw within some minutes. The first message has the marker itself; 25 characters are the most. */
export const nonceOf = (marker: string, part: number) =>
  part === 0 ? marker : hash(`${marker} ${part}`).toString('base64url').slice(0, 24)

const candidates = (marker: string) =>
  Array.from({ length: MOST_PARTS }, (_, at) => at + 1).flatMap(of =>
    Array.from({ length: of }, (_, part) => ({ part, of, mark: numberOf(marker, part, of) })),
  )

const hash = (text: string) => createHash('sha256').update(text).digest()
/** Between 1 and 2³¹ − 1, as the number of a component must be. */
const numberOf = (marker: string, part: number, of: number) => hash(`${marker}/${part}/${of}`).readUInt32BE() >>> 1 || 1

const invisible = (mark: number) => Array.from(mark.toString(2).padStart(BITS, '0'), bit => (bit === '1' ? ONE : ZERO)).join('')
const HIDDEN = new RegExp(`[${ZERO}${ONE}]{${BITS}}$`)
const read = (hidden: string) => Number.parseInt(Array.from(hidden, letter => (letter === ONE ? '1' : '0')).join(''), 2)

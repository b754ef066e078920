/** Purpose: say in a message for all whose wish it was. */
import type { Reply, Text } from '../../reply.ts'
import { spansOf } from './markdown.ts'

export const withByline = (reply: Reply, byline: Text): Reply => ({ ...reply, text: [...spansOf(reply.text), '\n', ...spansOf(byline)] })

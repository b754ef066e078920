/** Purpose: the words of a text alone, for those who listen, with moments in the visitor's own time. */
import type { Text } from '../../../reply.ts'
import type { Clock } from './clock.ts'

export function plainText(text: Text, clock: Clock): string {
  if (typeof text === 'string') return text
  return text
    .map(span => {
      if (typeof span === 'string') return span
      if ('code' in span) return span.code
      if ('strong' in span) return span.strong
      if ('link' in span) return span.link
      return 'instant' in span ? clock.full(span.instant) : span.person.id
    })
    .join('')
}

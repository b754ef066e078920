/** Purpose: where Slack takes no file, say what stands in it, as far as that can be said in messages. */
import type { Label } from '../../locales/say.ts'
import type { SlackFile } from './render.ts'

/** What a few messages hold. */
const MOST_BYTES = 9_000
const FOR_PEOPLE = /^(text\/(plain|markdown|csv)|application\/json)\b/

export function tellLostFiles(files: readonly SlackFile[], label: Label): string[] {
  const told = files.flatMap(file => {
    const words = wordsOf(file)
    return words === undefined ? [] : [`${label('slack.file-in-words', { name: file.name })}\n${words}`]
  })
  return told.length === files.length ? told : [label('slack.file-lost'), ...told]
}

/** A picture comes with words for those who can't see it. */
function wordsOf({ type, bytes, alt }: SlackFile): string | undefined {
  if (alt !== undefined) return alt
  return FOR_PEOPLE.test(type) && bytes.byteLength <= MOST_BYTES ? new TextDecoder().decode(bytes) : undefined
}

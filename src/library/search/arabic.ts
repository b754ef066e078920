/** Purpose: the other forms that an Arabic word may be known by, when what stands before or behind it hides the word itself. */

/** "And", "so", "with", "as", "for", written onto the next word. */
const BEFORE = /^[وفبكل](?=.{3})/
/** "Her", "their", "our", "your", and the endings of plurals and of women. */
const BEHIND = /(?:ها|هم|هن|نا|كم|ات|ون|ين|ان|ي|ه)$/

/** Likelier forms first. `folded` is without its article already. */
export function otherForms(folded: string): string[] {
  if (!/^[\u0600-\u06ff]{3,}$/.test(folded)) return []
  const bare = folded.replace(BEFORE, '')
  const forms = [bare, bare.replace(/^ال(?=.{3})/, '')]
  const stems = [folded, ...forms].map(form => form.replace(BEHIND, '')).filter(form => form.length >= 3)
  return [...new Set([...forms, ...stems, ...stems.map(form => `${form}ه`)])].filter(form => form !== folded)
}

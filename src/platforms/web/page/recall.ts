/** Purpose: ↑ in an empty field brings back what was said; ↑ and ↓ go on from there, ↓ at last to the empty field again. */
export type Recall = (event: KeyboardEvent) => boolean

/** Gives back whether the key was used. */
export function recallIn(field: HTMLTextAreaElement, said: () => readonly string[], set: (text: string) => void): Recall {
  let back = 0
  let shown = ''
  return ({ key }) => {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
    if (field.value === '') back = 0
    // Whoever has changed the words moves the cursor in them.
    else if (back === 0 || field.value !== shown) return false
    const lines = said()
    const next = back + (key === 'ArrowUp' ? 1 : -1)
    if (next < 0 || next > lines.length) return back > 0
    back = next
    shown = next === 0 ? '' : (lines.at(-next) ?? '')
    set(shown)
    return true
  }
}

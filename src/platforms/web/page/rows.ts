/** Purpose: keep a list on the page equal to a list of rows, touching only what changed, and never losing the keyboard's place. */
export type Row = {
  readonly key: string
  /** What the row is made of: the same source means the same row. */
  readonly source: readonly unknown[]
  make(): HTMLElement
}
export type Rows = {
  show(rows: readonly Row[]): void
  find(key: string): HTMLElement | undefined
}
type Shown = { readonly source: readonly unknown[]; readonly node: HTMLElement }

export function keepRows(list: HTMLElement): Rows {
  let shown = new Map<string, Shown>()
  return {
    show(rows) {
      const next = new Map<string, Shown>()
      for (const row of rows) next.set(row.key, renew(row, shown.get(row.key)))
      for (const [key, { node }] of shown) if (!next.has(key)) node.remove()
      let at = list.firstElementChild
      for (const { node } of next.values()) {
        if (node === at) at = at.nextElementSibling
        else list.insertBefore(node, at)
      }
      shown = next
    },
    find: key => shown.get(key)?.node,
  }
}

function renew({ source, make }: Row, before: Shown | undefined): Shown {
  if (before && equal(before.source, source)) return before
  const node = make()
  if (before) {
    const focused = placeOf(before.node)
    before.node.replaceWith(node)
    focusPlace(node, focused)
  }
  return { source, node }
}

const equal = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((part, at) => part === other[at])

const placeOf = (node: HTMLElement) => [...node.querySelectorAll<Element>('button')].indexOf(document.activeElement ?? node)

/** A row that was paged with the keyboard keeps the keyboard; where there are fewer buttons now, on the last one. */
function focusPlace(node: HTMLElement, place: number): void {
  if (place < 0) return
  const buttons = node.querySelectorAll('button')
  const button = buttons[place] ?? buttons[buttons.length - 1]
  queueMicrotask(() => button?.focus({ preventScroll: true }))
}

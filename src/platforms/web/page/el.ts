/** Purpose: build the page's elements. Words only ever become text nodes and attributes, so no text can become markup. */
export type Child = Node | string | undefined | false | readonly Child[]
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | (() => void)>>

/** Attributes by their own names; `true` sets an empty one, `false` leaves it out, `onclick` and the like listen. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flatMap(toNodes))
  return element
}

/** A drawing from a list of paths on a 20 × 20 grid; always decoration, the name stands beside it. */
export function drawing(name: string, paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [attribute, value] of [
    ['viewBox', '0 0 20 20'],
    ['class', `icon icon-${name}`],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(attribute, value)
  for (const shape of paths) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', shape)
    svg.append(path)
  }
  return svg
}

const SVG = 'http://www.w3.org/2000/svg'

const toNodes = (child: Child): (Node | string)[] => {
  if (child === undefined || child === false) return []
  return typeof child === 'string' || child instanceof Node ? [child] : child.flatMap(toNodes)
}

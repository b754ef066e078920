/** Purpose: keep the end of a stream in sight for whoever is there, and offer a way back to whoever reads further up. */
import { el } from './el.ts'
import { icon } from './icons.ts'
import { say } from './strings.ts'

export type Follower = {
  readonly jump: HTMLElement
  isFollowing(): boolean
  toEnd(): void
  /** Something new from others: followed if one is at the end, else offered. */
  mention(): void
  /** Brings a row into sight, a long one with its beginning. */
  reveal(row: HTMLElement): void
}

const AT_END = 60

export function followEnd(scroller: HTMLElement, list: HTMLElement): Follower {
  const words = el('span', { class: 'jump-words' })
  const jump = el('button', { type: 'button', class: 'jump', hidden: true }, icon('down'), words)
  let following = true
  const toEnd = () => {
    following = true
    scroller.scrollTop = scroller.scrollHeight
  }
  const showJump = (fresh: boolean) => {
    jump.classList.toggle('is-new', !following && (fresh || jump.classList.contains('is-new')))
    words.textContent = say(jump.classList.contains('is-new') ? 'page.new-messages' : 'page.latest')
    jump.setAttribute('aria-label', words.textContent)
    jump.hidden = following
  }
  scroller.addEventListener('scroll', () => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END
    showJump(false)
  })
  jump.addEventListener('click', toEnd)
  // Pictures arrive, keyboards open: whoever was at the end stays there.
  const watch = new ResizeObserver(() => following && toEnd())
  watch.observe(list)
  watch.observe(scroller)
  return {
    jump,
    isFollowing: () => following,
    toEnd,
    mention: () => (following ? toEnd() : showJump(true)),
    reveal(row) {
      const fits = row.offsetHeight < scroller.clientHeight
      if (fits && row === list.lastElementChild) return toEnd()
      if (fits) return row.scrollIntoView({ block: 'nearest' })
      following = false
      scroller.scrollTop += row.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    },
  }
}

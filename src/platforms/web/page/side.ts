/** Purpose: the channels at the side, with a dot where something is new; on a phone they slide in. */
import type { WireMe } from '../wire.ts'
import { el } from './el.ts'
import { icon } from './icons.ts'
import { say } from './strings.ts'

export type Side = {
  readonly node: HTMLElement
  list(channels: WireMe['channels']): void
  update(current: string, unread: ReadonlySet<string>): void
  open(): void
}

const PHONE = matchMedia('(max-width: 47.99rem)')

type Link = { readonly id: string; readonly name: string; readonly link: HTMLAnchorElement }

export function makeSide(channels: WireMe['channels'], signal: AbortSignal): Side {
  let links: readonly Link[] = []
  const listed = el('ul', { class: 'channels' })
  const list = (all: WireMe['channels']) => {
    links = all.map(channel => links.find(({ id }) => id === channel.id) ?? makeLink(channel))
    listed.replaceChildren(...links.map(({ link }) => el('li', {}, link)))
  }
  list(channels)
  const close = el('button', { type: 'button', class: 'quiet side-close', 'aria-label': say('page.close') }, icon('close'))
  const node = makeNode(listed, close)
  const veil = el('div', { class: 'veil' })
  let opener: Element | null = null
  const show = (open: boolean) => {
    node.classList.toggle('is-open', open)
    // Out of sight on a phone, so out of reach too.
    node.inert = PHONE.matches && !open
    if (open) (node.querySelector<HTMLElement>('[aria-current]') ?? close).focus()
    else if (opener instanceof HTMLElement && node.contains(document.activeElement)) opener.focus()
  }
  close.addEventListener('click', () => show(false))
  veil.addEventListener('click', () => show(false))
  node.addEventListener('keydown', event => event.key === 'Escape' && show(false))
  node.addEventListener('click', event => event.target instanceof Element && event.target.closest('a') && show(false))
  node.addEventListener('focusout', ({ relatedTarget }) => relatedTarget instanceof Node && !node.contains(relatedTarget) && show(false))
  PHONE.addEventListener('change', () => show(false), { signal })
  show(false)
  return {
    node: el('div', { class: 'side-frame' }, node, veil),
    list,
    update: (current, unread) => links.forEach(link => void showLink(link, link.id === current, unread.has(link.id))),
    open() {
      opener = document.activeElement
      show(true)
    },
  }
}

const makeLink = ({ id, name }: WireMe['channels'][number]): Link => ({
  ...{ id, name },
  link: el('a', { class: 'channel', href: channelAddress(id) }),
})

const makeNode = (listed: HTMLElement, close: HTMLElement) =>
  el(
    'aside',
    { class: 'side', id: 'side' },
    el('div', { class: 'brand' }, el('img', { src: '/page/mark.svg', alt: '', width: 30, height: 30 }), el('span', {}, 'Plenary'), close),
    el(
      'nav',
      { 'aria-labelledby': 'channels-title' },
      el('h2', { id: 'channels-title', class: 'side-title' }, say('page.channels')),
      listed,
    ),
  )

function showLink({ link, name }: Link, isCurrent: boolean, isUnread: boolean): void {
  link.replaceChildren(
    el('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
    el('span', { class: 'channel-name', dir: 'auto' }, name),
    ...(isUnread ? [el('span', { class: 'dot' }, el('span', { class: 'unseen' }, say('page.unread')))] : []),
  )
  link.classList.toggle('is-unread', isUnread)
  if (isCurrent) link.setAttribute('aria-current', 'page')
  else link.removeAttribute('aria-current')
}

export const channelAddress = (id: string) => `#/${encodeURIComponent(id)}`
export const channelOfAddress = () => (location.hash.startsWith('#/') ? decodeURIComponent(location.hash.slice(2)) : undefined)

/** Purpose: the line above the stream: which channel, which language, who one is, and how the page looks. */
import type { WireMe } from '../wire.ts'
import { el } from './el.ts'
import { icon } from './icons.ts'
import { keptTheme, THEMES, useTheme } from './kept.ts'
import { type MenuGroup, makeMenu } from './menu.ts'
import { showFace } from './show-message.ts'
import { say } from './strings.ts'

export type HeadOptions = {
  readonly me: WireMe
  readonly channel: string
  onSide(): void
  onLanguage(language: string): void
  onPersona(id: string): void
  onSignOut(): void
}

export function makeHead(options: HeadOptions): HTMLElement {
  const { channel } = options
  return el(
    'header',
    { class: 'head' },
    el(
      'button',
      { type: 'button', class: 'quiet side-open', 'aria-label': say('page.open-channels'), onclick: options.onSide },
      icon('menu'),
    ),
    el('h1', { class: 'title' }, el('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), el('span', { dir: 'auto' }, channel)),
    el('div', { class: 'menus' }, makeLanguages(options), makeAccount(options)),
  )
}

function makeLanguages({ me, onLanguage }: HeadOptions): HTMLElement {
  const current = me.languages.find(({ value }) => value === me.language)?.label ?? me.language
  const choices = me.languages.map(({ value, label }) => ({
    label,
    lang: value,
    current: value === me.language,
    onPick: () => onLanguage(value),
  }))
  const face = [icon('globe'), unseen(`${say('page.language')}: `), el('span', { class: 'menu-face' }, current), icon('open')]
  return makeMenu('languages', `${say('page.language')}: ${current}`, face, [{ title: say('page.language'), choices }])
}

function makeAccount({ me, onPersona, onSignOut }: HeadOptions): HTMLElement {
  const face = [
    showFace({ name: me.name, plenary: false }),
    unseen(`${say('page.you')} `),
    el(
      'span',
      { class: 'menu-face' },
      el('span', { class: 'me-name', dir: 'auto' }, me.name),
      me.name !== me.roleName && el('span', { class: 'me-role', dir: 'auto' }, me.roleName),
    ),
    icon('open'),
  ]
  return makeMenu('account', say('page.you'), face, [...personaGroup(me, onPersona), themeGroup(), ...leaveGroup(me, onSignOut)])
}

const personaGroup = ({ personas, role }: WireMe, onPersona: (id: string) => void): MenuGroup[] =>
  personas.length === 0
    ? []
    : [
        {
          title: say('page.persona'),
          about: say('page.persona-about'),
          choices: personas.map(({ id, name, roleName }) => ({
            label: [name, name !== roleName && el('span', { class: 'me-role' }, ` ${roleName}`)],
            current: id === role,
            onPick: () => onPersona(id),
          })),
        },
      ]

const leaveGroup = ({ personas, name }: WireMe, onSignOut: () => void): MenuGroup[] =>
  personas.length > 0 ? [] : [{ title: name, choices: [{ label: say('page.sign-out'), current: false, onPick: onSignOut }] }]

function themeGroup(): MenuGroup {
  const kept = keptTheme()
  const choices = THEMES.map(theme => ({ label: say(`page.theme-${theme}`), current: theme === kept, onPick: () => useTheme(theme) }))
  return { title: say('page.appearance'), own: true, choices }
}

const unseen = (words: string) => el('span', { class: 'unseen' }, words)

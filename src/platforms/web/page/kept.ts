/** Purpose: what this browser keeps: private answers and unsent words for a reload, and the chosen theme. */
import type { PrivateItem } from './channel-log.ts'

const KEPT = 30
const NAME = 'plenary'

/** Pictures and files may be too large to keep: then the words alone are kept. */
export function keepPrivates(who: string, channel: string, items: readonly PrivateItem[]): void {
  const kept = items.filter(({ state }) => state !== 'sent').slice(-KEPT)
  const name = `${NAME}.private.${who}.${channel}`
  if (!write('session', name, JSON.stringify(kept))) write('session', name, JSON.stringify(kept.map(withoutPictures)))
}

/** What was under way when the page went away is offered again; its key keeps it from happening twice. */
export function keptPrivates(who: string, channel: string): readonly PrivateItem[] {
  const text = read('session', `${NAME}.private.${who}.${channel}`)
  const items: readonly PrivateItem[] = text === undefined ? [] : JSON.parse(text)
  return items.map(item => (item.state === 'waiting' ? { ...item, state: 'failed', why: 'offline' } : item))
}

export const keepDraft = (who: string, channel: string, text: string) => write('session', `${NAME}.draft.${who}.${channel}`, text)
export const keptDraft = (who: string, channel: string) => read('session', `${NAME}.draft.${who}.${channel}`) ?? ''

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const keptTheme = (): Theme => THEMES.find(theme => theme === read('local', `${NAME}.theme`)) ?? 'auto'

export function useTheme(theme: Theme): void {
  write('local', `${NAME}.theme`, theme)
  document.documentElement.dataset['theme'] = theme
}

const withoutPictures = (item: PrivateItem): PrivateItem =>
  item.reply ? { ...item, reply: { ...item.reply, pictures: [], files: [] } } : item

/** Storage can be full, or forbidden by the browser: then nothing is kept, and the page works all the same. */
function write(where: 'session' | 'local', name: string, value: string): boolean {
  try {
    storage(where).setItem(name, value)
    return true
  } catch {
    return false
  }
}

function read(where: 'session' | 'local', name: string): string | undefined {
  try {
    return storage(where).getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

const storage = (where: 'session' | 'local') => (where === 'session' ? sessionStorage : localStorage)

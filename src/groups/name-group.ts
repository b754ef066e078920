/** Purpose: what a group is called, in the reader's language where its region and theme are its name, and what no two groups share. */
import type { Places } from '../library/places.ts'
import type { Themes } from '../library/themes.ts'
import type { Language } from '../locales/say.ts'
import { fold } from '../nearest.ts'
import { isolate } from './clean-words.ts'
import type { Group } from './group.ts'

export type Words = { readonly places: Places; readonly themes: Themes }
type Named = Pick<Group, 'name' | 'region' | 'theme'>

export function nameGroup({ places, themes }: Words, { name, region, theme }: Named, language: Language): string {
  if (name !== undefined) return isolate(name)
  const words = [region && places.get(region)?.names[language], theme && themes.get(theme)?.names[language]]
  return words.filter(word => word !== undefined && word !== '').join(' · ') || [region, theme].filter(Boolean).join(' · ')
}

export const groupKey = ({ name, region, theme }: Named) =>
  name === undefined
    ? `@${region ?? ''}+${theme ?? ''}`
    : fold(name)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim() || name

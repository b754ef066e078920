/** Purpose: how an entry looks: as a short preview among results, and in full. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Because, Hit, LibraryEntry } from '../../src/library/question.ts'
import { commaOf } from '../../src/locales/say.ts'
import type { Button, Card, Field, Text } from '../../src/reply.ts'

/** About two lines on a phone. */
const PREVIEW = 180

export function previewCard(context: Context, { entry, because }: Hit): Card {
  const { id, title, summary } = entry
  return {
    id,
    title,
    text: shorten(summary, PREVIEW),
    ...(because.length > 0 && {
      note: context.say('search.matched', {
        reasons: because.map(reason => explain(context, reason)).join(commaOf(context.person.language)),
      }),
    }),
    buttons: entryButtons(context, id, true),
  }
}

export function entryButtons({ label }: Context, id: string, withDetails: boolean): Button[] {
  return [
    ...(withDetails ? [{ label: label('search.details'), command: 'library get', options: { id }, look: 'primary' as const }] : []),
    { label: label('search.like'), command: 'library like', options: { id } },
    { label: label('search.share'), command: 'library get', options: { id }, share: true },
  ]
}

export function fullCard(context: Context, entry: LibraryEntry): Card {
  const { id, title, summary } = entry
  return { id, title, text: summary, fields: entryFields(context, entry), buttons: entryButtons(context, id, false) }
}

function entryFields({ label, say, library, person: { language } }: Context, entry: LibraryEntry): Field[] {
  const { source, address } = entry
  const comma = commaOf(language)
  const fields: [Parameters<typeof label>[0], Text][] = [
    ['entry.kind', label(`kind.${entry.kind}`)],
    ['entry.targets', entry.targets.map(target => label(`target.${target}`)).join(comma)],
    ['entry.actions', bulleted(entry.actions)],
    ['entry.indicators', bulleted(entry.indicators)],
    ['entry.places', entry.places.map(id => library.places.get(id)?.names[language] ?? id).join(comma)],
    ['entry.organisations', entry.organisations.join(comma)],
    ['entry.concerns', entry.concerns.map(concern => label(`concern.${concern}`)).join(comma)],
    ['entry.themes', entry.themes.map(id => library.themes.get(id)?.names[language] ?? id).join(comma)],
    ['entry.year', String(entry.year ?? '')],
    ['entry.address', address ? [{ link: address, url: address }] : ''],
    ['entry.source', say('entry.source-value', { title: source.title, event: source.event, section: entry.section })],
  ]
  return fields.filter(([, value]) => value !== '').map(([key, value]) => ({ label: label(key), value }))
}

const bulleted = (items: readonly string[]) => (items.length > 1 ? items.map(item => `• ${item}`).join('\n') : (items[0] ?? ''))

const explain = ({ label }: Context, { typed, meant }: Because) =>
  typed.toLowerCase() === meant.toLowerCase() ? typed : label('search.matched.as', { typed, meant })

/** Whole sentences where they fit, else whole words. Counted in code points, so no character is cut in half. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  // A letter is at most two units long: only so many are taken apart.
  const letters = [...text.slice(0, 2 * (length + 1))]
  if (letters.length <= length) return text
  const head = letters.slice(0, length).join('')
  const sentence = /^.*[.!?](?=\s)/s.exec(head)?.[0]
  if (sentence && sentence.length > length * 0.6) return sentence
  return `${head.replace(/\s+\S*$/, '')}…`
}

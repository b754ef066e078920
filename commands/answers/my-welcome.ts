/** Purpose: `/my welcome`: a newcomer says in half a minute which regions and issues they care about, and sees the groups that fit. */
import type { Context } from '../../src/command-kit/context.ts'
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, line, optional, splitList } from '../../src/command-kit/options.ts'
import type { Listed } from '../../src/groups/finding.ts'
import { LANGUAGE_NAMES, LANGUAGES, labelIn, sayIn } from '../../src/locales/say.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import { listCard } from './group-card.ts'
import { listButton, proposeButton } from './group-choosing.ts'
import { completePlace, completeTheme } from './search-options.ts'
import { completeZone, findZone } from './zone-answer.ts'

const MAX_CARDS = 8

export const welcome = defineAction({
  summary: 'my.welcome.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {
    region: optional(line('my.option.regions', { complete: completePlace(place => place.kind !== 'city'), maxLength: 200 })),
    issue: optional(line('my.option.issues', { complete: completeTheme, maxLength: 200 })),
    language: optional(
      choice('my.option.language', LANGUAGES, language => `language.${LANGUAGES.find(known => known === language) ?? 'en'}`),
    ),
    timezone: optional(line('my.option.zone', { complete: completeZone, maxLength: 60 })),
  },
  asks: ['region', 'issue', 'language', 'timezone'],
  async run(context, { region = '', issue = '', language, timezone }): Promise<Reply> {
    const { people, person } = context
    const zone = timezone === undefined ? undefined : findZone(timezone)
    if (language) await people.setLanguage(person.address, language)
    if (zone !== undefined) await people.setZone(person.address, zone)
    const spoken = language ?? person.language
    const heard = { ...context, person: { ...person, language: spoken }, say: sayIn(spoken), label: labelIn(spoken) }
    return fitting(heard, [...splitList(region), ...splitList(issue)], zone ?? person.zone)
  },
})

/** Nothing of what was picked is kept: it only shows the way to the groups. */
async function fitting(context: Context, picked: readonly string[], zone: string): Promise<Reply> {
  const { groups, person, say } = context
  const found = new Map<number, Listed>()
  const without: Button[] = []
  for (const text of picked.slice(0, MAX_CARDS)) {
    const { page, named } = await groups.list(person.coalition, text, 0, MAX_CARDS)
    for (const listed of page) found.set(listed.group.id, listed)
    const name = named.place?.names[person.language] ?? named.theme?.names[person.language]
    if (page.length > 0 || name === undefined) continue
    without.push(proposeButton(context, named.place ? { region: named.place.id } : { issue: named.theme?.id ?? '' }, name))
  }
  const cards: Card[] = [...found.values()].slice(0, MAX_CARDS).map(listed => listCard(context, listed))
  return {
    text: say('my.welcomed', { total: found.size, language: LANGUAGE_NAMES[person.language], zone }),
    cards,
    buttons: [...without, listButton(context), { label: context.label('help.summary'), command: 'help' }],
  }
}

/** For the first page, help and a first message. */
export const welcomeButton = ({ label }: Pick<Context, 'label'>): Button => ({
  label: label('my.do-welcome'),
  command: 'my welcome',
  form: true,
  look: 'primary',
})

/** Purpose: what Plenary remembers about the one who asks, and how to change or forget it. */
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, line } from '../src/command-kit/options.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language, labelIn, sayIn } from '../src/locales/say.ts'
import type { Reply } from '../src/reply.ts'
import { data, erase } from './answers/my-data.ts'
import { link, unlink } from './answers/my-link.ts'
import { welcome } from './answers/my-welcome.ts'
import { completeZone, findZone } from './answers/zone-answer.ts'

const languageOption = choice(
  'my.option.language',
  LANGUAGES,
  language => `language.${LANGUAGES.find(known => known === language) ?? 'en'}`,
)
const zoneOption = line('my.option.zone', { complete: completeZone, maxLength: 60 })

const show = defineAction({
  summary: 'my.show.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  run: ({ person, say, label, now }): Reply => ({
    text: say('my.shown', { role: label(`role.${person.role}`) }),
    cards: [
      {
        title: label('my.summary'),
        fields: [
          { label: label('my.language'), value: LANGUAGE_NAMES[person.language] },
          {
            label: label('my.zone'),
            value: label('my.zone-value', { zone: person.zone, time: timeIn(person.zone, person.language, now()) }),
          },
        ],
        buttons: [
          {
            label: label('my.change'),
            command: 'my profile',
            options: { language: person.language, timezone: person.zone },
            form: true,
            look: 'primary',
          },
          { label: label('my.forget'), command: 'my forget' },
          { label: label('my.do-data'), command: 'my data' },
        ],
      },
    ],
  }),
})

const language = defineAction({
  summary: 'my.language.summary',
  whoCanUse: 'guest',
  examples: ['fr'],
  options: { language: languageOption },
  asks: ['language'],
  async run({ people, person }, values) {
    await people.setLanguage(person.address, values.language)
    return { text: sayIn(values.language)('my.language-set', { language: LANGUAGE_NAMES[values.language] }) }
  },
})

const timezone = defineAction({
  summary: 'my.timezone.summary',
  whoCanUse: 'guest',
  examples: ['Nairobi'],
  options: { timezone: zoneOption },
  asks: ['timezone'],
  async run({ people, person, say, now }, values) {
    const zone = findZone(values.timezone)
    await people.setZone(person.address, zone)
    return { text: say('my.zone-set', { zone, time: timeIn(zone, person.language, now()) }) }
  },
})

const profile = defineAction({
  summary: 'my.profile.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: { language: languageOption, timezone: zoneOption },
  asks: ['language', 'timezone'],
  async run({ people, person }: Context, values) {
    const zone = findZone(values.timezone)
    await people.setLanguage(person.address, values.language)
    await people.setZone(person.address, zone)
    return { text: labelIn(values.language)('my.profile-set', { language: LANGUAGE_NAMES[values.language], zone }) }
  },
})

const forget = defineAction({
  summary: 'my.forget.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  async run({ people, person, say }) {
    await people.forgetPreferences(person.address)
    return { text: say('my.forgotten') }
  },
})

const about = { show, language, timezone, profile, forget, welcome }
const trust = { link, unlink, data, erase }

export default defineCommandFamily({ summary: 'my.summary', actions: { ...about, ...trust }, bare: 'show' })

const timeIn = (zone: string, language: Language, now: Temporal.Instant) =>
  now.toZonedDateTimeISO(zone).toLocaleString(language, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

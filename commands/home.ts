/** Purpose: the first page: what one can do here, in one look. Slack shows it as the app's Home. */
import { defineCommand } from '../src/command-kit/define-command.ts'

export default defineCommand({
  summary: 'home.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  run: ({ say, label, library, person }) => ({
    text: say('home.hello'),
    cards: [
      {
        title: label('home.library'),
        text: say('home.library-text', {
          total: [...library.countByKind(person.coalition).values()].reduce((sum, count) => sum + count, 0),
        }),
        buttons: [
          { label: label('search.form'), command: 'library find', form: true, look: 'primary' },
          { label: label('search.see-themes'), command: 'library themes' },
        ],
      },
      {
        title: label('home.you'),
        text: say('home.you-text', { role: label(`role.${person.role}`), zone: person.zone }),
        buttons: [
          { label: label('my.change'), command: 'my profile', options: { language: person.language, timezone: person.zone }, form: true },
          { label: label('help.summary'), command: 'help' },
        ],
      },
    ],
  }),
})

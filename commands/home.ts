/** Purpose: the first page: what one can do here, in one look. Slack shows it as the app's Home. */
import type { Context } from '../src/command-kit/context.ts'
import { defineCommand } from '../src/command-kit/define-command.ts'
import type { Card } from '../src/reply.ts'
import { listButton, proposeButton } from './answers/group-choosing.ts'
import { welcomeButton } from './answers/my-welcome.ts'

export default defineCommand({
  summary: 'home.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  run: async context => ({ text: context.say('home.hello'), cards: [libraryCard(context), await groupsCard(context), yourCard(context)] }),
})

const libraryCard = ({ say, label, library, person }: Context): Card => ({
  title: label('home.library'),
  text: say('home.library-text', { total: [...library.countByKind(person.coalition).values()].reduce((sum, count) => sum + count, 0) }),
  buttons: [
    { label: label('search.form'), command: 'library find', form: true, look: 'primary' },
    { label: label('search.see-themes'), command: 'library themes' },
  ],
})

async function groupsCard(context: Context): Promise<Card> {
  const { total } = await context.groups.list(context.person.coalition, undefined, 0, 1)
  const { say, label } = context
  return {
    title: label('group.summary'),
    text: total === 0 ? say('group.none-yet') : say('group.listed', { total, page: 1, pages: 1 }),
    buttons: total === 0 ? [proposeButton(context, {})] : [listButton(context), { label: label('group.do-map'), command: 'group map' }],
  }
}

const yourCard = (context: Context): Card => {
  const { say, label, person } = context
  return {
    title: label('home.you'),
    text: say('home.you-text', { role: label(`role.${person.role}`), zone: person.zone }),
    buttons: [
      welcomeButton(context),
      { label: label('my.change'), command: 'my profile', options: { language: person.language, timezone: person.zone }, form: true },
      { label: label('my.do-data'), command: 'my data' },
      { label: label('help.summary'), command: 'help' },
    ],
  }
}

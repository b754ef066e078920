/** Purpose: what admins settle for the whole coalition: its spaces, who has which role, and who changed what. */
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { choice, hidden, line, mention, number, optional } from '../src/command-kit/options.ts'
import { personIn } from '../src/mention.ts'
import type { Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { pageButtons } from './answers/group-finding.ts'

const PAGE = 10
const GIVEN_ROLES = ['member', 'rapporteur', 'coordinator', 'admin'] as const

const show = defineAction({
  summary: 'settings.show.summary',
  whoCanUse: 'admin',
  examples: [''],
  options: {},
  async run({ people, person, say, label }) {
    const [spaces, known] = await Promise.all([people.countSpaces(person.coalition), people.withRole(person.coalition)])
    return {
      text: say('settings.shown', { spaces, roles: known.length }),
      buttons: [
        { label: label('settings.do-link'), command: 'settings link' },
        { label: label('settings.do-roles'), command: 'settings roles' },
        { label: label('settings.do-role'), command: 'settings role', form: true },
        { label: label('settings.do-audit'), command: 'settings audit' },
      ],
    }
  },
})

const link = defineAction({
  summary: 'settings.link.summary',
  whoCanUse: 'admin',
  examples: [''],
  options: {
    code: optional(line('link.option.code', { maxLength: 40 })),
    make: hidden(optional(choice('link.option.code', ['yes'], () => 'word.yes'))),
  },
  async run({ people, person, say, label }, { code, make }): Promise<Reply> {
    if (code !== undefined) return { text: say('settings.linked', { spaces: await people.linkSpace(person, code) }) }
    if (make) {
      const made = await people.codeForSpace(person)
      return { text: say('settings.link-code', { command: { code: `/settings link code:${made}` } }), instead: true }
    }
    return {
      text: say('settings.link-how'),
      buttons: [
        { label: label('link.do-make'), command: 'settings link', options: { make: 'yes' }, look: 'primary' },
        { label: label('link.do-type'), command: 'settings link', form: true },
      ],
    }
  },
})

const role = defineAction({
  summary: 'settings.role.summary',
  whoCanUse: 'admin',
  examples: [''],
  options: {
    person: mention('settings.option.person'),
    role: choice('settings.option.role', GIVEN_ROLES, given => `role.${GIVEN_ROLES.find(known => known === given) ?? 'member'}`),
  },
  asks: ['person', 'role'],
  async run({ people, person, say, label }, values) {
    const whom = personIn(values.person, person.address)
    if (!whom) throw new UserError('settings.no-mention', { given: values.person }, { field: 'person' })
    await people.setRole(person, whom, values.role === 'member' ? null : values.role)
    return { text: say('settings.role-set', { person: { person: whom }, role: label(`role.${values.role}`) }) }
  },
})

const roles = defineAction({
  summary: 'settings.roles.summary',
  whoCanUse: 'admin',
  examples: [''],
  options: {},
  async run({ people, person, say, label }) {
    const known = await people.withRole(person.coalition)
    const named = known.map(({ address, role }) => ({
      title: [{ person: address }],
      note: label(`role.${GIVEN_ROLES.find(one => one === role) ?? 'member'}`),
    }))
    return {
      text: say('settings.roles-listed', { total: known.length }),
      cards: named,
      buttons: [{ label: label('settings.do-role'), command: 'settings role', form: true }],
    }
  },
})

const audit = defineAction({
  summary: 'settings.audit.summary',
  whoCanUse: 'admin',
  examples: [''],
  options: { page: hidden(optional(number('option.page', { max: 100_000 }))) },
  async run(context, { page = 1 }) {
    const { people, person, say, label } = context
    const { total, rows } = await people.deeds(person.coalition, (page - 1) * PAGE, PAGE)
    return {
      text: say('settings.audited', { total }),
      cards: rows.map(({ at, actor, deed, subject }) => ({
        title: `${label(`deed.${deed}`)} · ${subject}`,
        text: [...(actor ? [{ person: actor }] : [label('settings.nobody')]), ' · ', { instant: at, zone: person.zone }],
      })),
      buttons: pageButtons(context, 'settings audit', {}, page, Math.ceil(total / PAGE)),
      ...(page > 1 && { instead: true as const }),
    }
  },
})

export default defineCommandFamily({ summary: 'settings.summary', actions: { show, link, role, roles, audit }, bare: 'show' })

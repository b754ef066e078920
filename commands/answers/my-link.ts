/** Purpose: `/my link` and `unlink`: one person in two chats, by their own wish, hidden from others, taken back at will. */
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, hidden, line, optional } from '../../src/command-kit/options.ts'
import type { Reply } from '../../src/reply.ts'

export const link = defineAction({
  summary: 'my.link.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {
    code: optional(line('link.option.code', { maxLength: 40 })),
    make: hidden(optional(choice('link.option.code', ['yes'], () => 'word.yes'))),
  },
  async run({ people, person, say, label }, { code, make }): Promise<Reply> {
    const unlinkButton = { label: label('my.do-unlink'), command: 'my unlink' }
    if (code !== undefined) {
      await people.linkPerson(person, code)
      return { text: say('my.linked'), buttons: [unlinkButton] }
    }
    if (make) {
      const made = await people.codeForPerson(person)
      return { text: say('my.link-code', { command: { code: `/my link code:${made}` } }), instead: true }
    }
    const linked = await people.countLinked(person.address)
    return {
      text: say(linked > 1 ? 'my.link-how-more' : 'my.link-how', { chats: linked }),
      buttons: [
        { label: label('link.do-make'), command: 'my link', options: { make: 'yes' }, look: 'primary' },
        { label: label('link.do-type'), command: 'my link', form: true },
        ...(linked > 1 ? [unlinkButton] : []),
      ],
    }
  },
})

export const unlink = defineAction({
  summary: 'my.unlink.summary',
  whoCanUse: 'member',
  examples: [''],
  options: {},
  run: async ({ people, person, say }) => ({ text: say((await people.unlinkPerson(person)) ? 'my.unlinked' : 'my.not-linked') }),
})

/** Purpose: `/my data` and `/my erase`: everything that is held on the one who asks, readable and as a file; and how to have it forgotten. */
import { defineAction } from '../../src/command-kit/define-command.ts'
import { choice, hidden, optional } from '../../src/command-kit/options.ts'
import type { MessageKey } from '../../src/locales/say.ts'
import type { Topic } from '../../src/people/holder.ts'
import type { Attachment } from '../../src/reply.ts'

export const data = defineAction({
  summary: 'my.data.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: {},
  async run({ people, person, say, label }) {
    const topics = await people.held(person.address)
    if (topics.length === 0) return { text: say('my.data-nothing') }
    return {
      text: say('my.data-shown', { total: topics.reduce((sum, { held }) => sum + held.length, 0) }),
      cards: topics.map(({ topic, held }) => ({
        title: label(topicName(topic)),
        text: held.map(({ key, values }) => `• ${label(key, values)}`).join('\n'),
      })),
      files: [asFile(topics)],
      buttons: [{ label: label('my.do-erase'), command: 'my erase', look: 'danger' }],
    }
  },
})

const TOPICS: Readonly<Record<string, MessageKey>> = {
  members: 'held.topic.members',
  groups: 'held.topic.groups',
  calendar: 'held.topic.calendar',
  audit: 'held.topic.audit',
  letters: 'held.topic.letters',
  web: 'held.topic.web',
}
const topicName = (topic: string): MessageKey => TOPICS[topic] ?? 'held.topic.other'

const asFile = (topics: readonly Topic[]): Attachment => ({
  name: 'plenary-my-data.json',
  type: 'application/json',
  bytes: new TextEncoder().encode(
    `${JSON.stringify(Object.fromEntries(topics.map(({ topic, held }) => [topic, held.map(({ facts }) => facts)])), null, 2)}\n`,
  ),
})

export const erase = defineAction({
  summary: 'my.erase.summary',
  whoCanUse: 'guest',
  examples: [''],
  options: { sure: hidden(optional(choice('my.option.sure', ['yes'], () => 'word.yes'))) },
  async run({ people, person, say, label }, { sure }) {
    if (sure) {
      await people.erase(person.address)
      return { text: say('my.erased'), instead: true }
    }
    const linked = await people.countLinked(person.address)
    return {
      text: say('my.erase-ask', { chats: Math.max(1, linked) }),
      buttons: [
        { label: label('my.do-erase-surely'), command: 'my erase', options: { sure: 'yes' }, look: 'danger' },
        { label: label('my.do-data'), command: 'my data' },
      ],
    }
  },
})

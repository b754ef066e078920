/** Purpose: the templates that a coalition can report in, and how it brings its own. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

const SHAPE = `id: our-meeting
title: { en: …, fr: …, es: …, ar: … }
sections:
  - id: decisions
    types: [decision]
    limit: 5
    title: { en: …, fr: …, es: …, ar: … }
    help: { en: …, fr: …, es: …, ar: … }`

export async function addTemplate({ sessions, person, say, label }: Context, text: string | undefined): Promise<Reply> {
  if (text === undefined) {
    const all = await sessions.templates(person.coalition)
    return {
      text: say('template.list'),
      cards: [
        ...all.map(({ id, title, sections }) => ({
          id,
          title: title[person.language],
          text: sections
            .map(section => `${section.title[person.language]}${section.limit === undefined ? '' : ` (${section.limit})`}`)
            .join(' · '),
        })),
        { title: label('template.shape'), text: [{ code: SHAPE }] },
      ],
    }
  }
  const read = await sessions.addTemplate(person.coalition, text.replace(/^```(?:ya?ml)?\n?|\n?```$/g, ''))
  if ('mistakes' in read)
    throw new UserError('error.template-mistakes', { mistakes: read.mistakes.slice(0, 6).join('\n') }, { field: 'text' })
  return { text: say('template.added', { id: read.id, title: read.title[person.language], count: read.sections.length }) }
}

/** Purpose: all that the page needs to know about its visitor: who, in which language, which channels, and the page's sentences. */
import type { Invocation } from '../../command-kit/run-command.ts'
import { CATALOGUES, isRightToLeft, LANGUAGE_NAMES, LANGUAGES, type Language, labelIn } from '../../locales/say.ts'
import type { WebParts } from './receive.ts'
import { PERSONAS, type WebVisitor } from './visitors.ts'
import type { WireMe } from './wire.ts'

/** The first things to try, for a channel where nothing has been said yet. */
const EXAMPLES = ['/practice xenophobia schools', '/recommendation hate speech target:states', '/library kind:fact refugees', '/help']

export async function describeMe(
  { conversation, channels, visitors: { free } }: WebParts,
  { id, name }: WebVisitor,
  { by }: Pick<Invocation, 'by'>,
): Promise<WireMe> {
  const { language, role, zone } = await conversation.recognise(by)
  const label = labelIn(language)
  const roleName = label(`role.${role}`)
  return {
    name: free ? roleName : name,
    role,
    roleName,
    language,
    rightToLeft: isRightToLeft(language),
    zone,
    channels: await channels(id),
    personas: free ? PERSONAS.map(persona => ({ id: persona, name: label(`role.${persona}`), roleName: label(`role.${persona}`) })) : [],
    languages: LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] })),
    examples: EXAMPLES,
    strings: pageStrings(language),
  }
}

/** Every sentence of the page itself. */
export const pageStrings = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(CATALOGUES[language]).filter(([key]) => key.startsWith('page.')))

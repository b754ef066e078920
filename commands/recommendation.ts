/** Purpose: search the library's recommendations. */
import { defineCommand } from '../src/command-kit/define-command.ts'
import { answerSearch } from './answers/search-answer.ts'
import { searchOptions } from './answers/search-options.ts'

export default defineCommand({
  summary: 'recommendation.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['hate speech target:states', 'media', 'diaspora investment target:cities'],
  options: searchOptions,
  run: (context, values) => answerSearch(context, { command: 'recommendation', kinds: ['recommendation'], values }),
})

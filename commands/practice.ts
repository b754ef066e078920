/** Purpose: search the library's practices. */
import { defineCommand } from '../src/command-kit/define-command.ts'
import { answerSearch } from './answers/search-answer.ts'
import { searchOptions } from './answers/search-options.ts'

export default defineCommand({
  summary: 'practice.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['xenophobia schools', 'welcome region:europe', 'jobs for refugees about:youth'],
  options: searchOptions,
  run: (context, values) => answerSearch(context, { command: 'practice', kinds: ['practice'], values }),
})

/** Purpose: search the library's resources. */
import { defineCommand } from '../src/command-kit/define-command.ts'
import { answerSearch } from './answers/search-answer.ts'
import { searchOptions } from './answers/search-options.ts'

export default defineCommand({
  summary: 'resource.summary',
  whoCanUse: 'guest',
  whoCanShare: 'member',
  examples: ['undocumented children', 'myths about migration', 'health theme:data'],
  options: searchOptions,
  run: (context, values) => answerSearch(context, { command: 'resource', kinds: ['resource'], values }),
})

/** Purpose: a conversation whose answers a test chooses, as slow as it wants. */
import { loadCommands } from '../../../src/command-kit/load-commands.ts'
import type { Conversation, Invocation } from '../../../src/command-kit/run-command.ts'
import type { Reply } from '../../../src/reply.ts'

export type Stub = Conversation & { readonly heard: Invocation[] }

export async function stubConversation(answer: Reply | ((invocation: Invocation) => Reply | Promise<Reply>)): Promise<Stub> {
  const heard: Invocation[] = []
  return {
    heard,
    book: await loadCommands(),
    async hear(invocation) {
      heard.push(invocation)
      return { reply: typeof answer === 'function' ? await answer(invocation) : answer, language: 'en' }
    },
    recognise: async ({ address }) => ({ address, role: 'member', language: 'en', zone: 'UTC', coalition: 1 }),
    complete: async () => [],
    completeOption: async () => [],
  }
}

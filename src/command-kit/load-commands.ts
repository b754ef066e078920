/** Purpose: read the folder of commands. A new file there is a new command; nothing else changes. */
import { readdir } from 'node:fs/promises'
import { type CommandBook, makeCommandBook } from './command-book.ts'
import { type Command, isCommand } from './define-command.ts'

/** @throws Error naming the file that does not export a command by default */
export async function loadCommands(folder = new URL('../../commands/', import.meta.url)): Promise<CommandBook> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.ts')).sort()
  return makeCommandBook(new Map(await Promise.all(files.map(file => loadCommand(folder, file)))))
}

async function loadCommand(folder: URL, file: string): Promise<[string, Command]> {
  const module: { default?: unknown } = await import(new URL(file, folder).href)
  if (!isCommand(module.default))
    throw new Error(`commands/${file} must export a command by default (defineCommand or defineCommandFamily).`)
  return [file.replace(/\.ts$/, ''), module.default]
}

/** Purpose: hand the page to the browser. Its TypeScript has its types removed on the way, so there is no build step. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'

const FOLDER = new URL('./page/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

export type PageFile = { readonly body: string; readonly type: string; readonly etag: string }

/** Every file of the page by its name, read once at start. */
export async function readPage(): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(FOLDER)).filter(name => Object.hasOwn(TYPES, extname(name)))
  return new Map(await Promise.all(names.map(async (name): Promise<[string, PageFile]> => [name, await readPageFile(name)])))
}

async function readPageFile(name: string): Promise<PageFile> {
  const text = await readFile(new URL(name, FOLDER), 'utf8')
  const body = name.endsWith('.ts') ? stripTypeScriptTypes(text) : text
  return {
    body,
    type: TYPES[extname(name)] ?? 'text/plain',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
  }
}

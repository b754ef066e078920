/** Purpose: hand the page to the browser. Its TypeScript has its types removed on the way, so there is no build step. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Hono } from 'hono'
import { z } from 'zod'
import { isRightToLeft, type Language, languageOf } from '../../locales/say.ts'
import { pageStrings } from './describe-me.ts'

const FOLDER = new URL('./page/', import.meta.url)
const STRIP_TYPES = fileURLToPath(new URL('./strip-types.ts', import.meta.url))
/** More than the whole page, in bytes. */
const MOST = 8 * 1024 * 1024
const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

export type PageFile = { readonly body: string; readonly type: string; readonly etag: string }

/** The page and its files, read once at start. */
export async function pageRoutes(): Promise<Hono> {
  const files = await readPage()
  const routes = new Hono()
  routes.get('/', context => {
    const language = languageOf(context.req.header('accept-language')) ?? 'en'
    return context.html(fillIn(files.get('index.html')?.body ?? '', language), 200, { 'cache-control': 'no-cache' })
  })
  routes.get('/page/:file', context => {
    const file = files.get(context.req.param('file'))
    if (!file || file.type.startsWith('text/html')) return context.notFound()
    const headers = { 'content-type': file.type, etag: file.etag, 'cache-control': 'no-cache' }
    return context.req.header('if-none-match') === file.etag ? context.body(null, 304, headers) : context.body(file.body, 200, headers)
  })
  return routes
}

/** The sentences stand in the page itself, because it must be able to say that the server is away. */
const fillIn = (page: string, language: Language) =>
  page
    .replaceAll('{{lang}}', language)
    .replaceAll('{{dir}}', isRightToLeft(language) ? 'rtl' : 'ltr')
    .replace('{{strings}}', () =>
      JSON.stringify(pageStrings(language)).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
    )

/** Every file of the page by its name. */
async function readPage(): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(FOLDER)).filter(name => Object.hasOwn(TYPES, extname(name)))
  const plain = await Promise.all(
    names.filter(name => !name.endsWith('.ts')).map(async name => [name, await readFile(new URL(name, FOLDER), 'utf8')] as const),
  )
  const scripts = Object.entries(await withoutTypes(names.filter(name => name.endsWith('.ts'))))
  return new Map([...plain, ...scripts].map(([name, body]) => [name, pageFile(name, body)]))
}

/** The scripts without their types; see `strip-types.ts`. */
async function withoutTypes(names: readonly string[]): Promise<Record<string, string>> {
  const files = names.map(name => fileURLToPath(new URL(name, FOLDER)))
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', STRIP_TYPES, ...files], {
    maxBuffer: MOST,
  })
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout))
}

const pageFile = (name: string, body: string): PageFile => ({
  body,
  type: TYPES[extname(name)] ?? 'text/plain',
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
})

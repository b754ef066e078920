/** Purpose: one HTTP request with its JSON, and its files where it has any. */
import type { IncomingMessage } from 'node:http'
import type { Request } from './fake-discord.ts'
import type { SentFile } from './interactions.ts'

export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://discord.test')
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of incoming) chunks.push(new Uint8Array(chunk))
  const type = incoming.headers['content-type'] ?? ''
  const raw = new Blob(chunks)
  const base = {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(pathname).replace(/^\/api\/v10/, ''),
    query: search,
    at: performance.now(),
    auth: incoming.headers.authorization !== undefined,
  }
  if (!type.startsWith('multipart/form-data')) return { ...base, files: [], body: raw.size > 0 ? JSON.parse(await raw.text()) : undefined }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  for (let at = 0; form.has(`files[${at}]`); at++) {
    const file = form.get(`files[${at}]`)
    if (file instanceof File) files.push({ name: file.name, text: await file.text(), bytes: file.size, data: await file.bytes() })
  }
  return { ...base, files, body: JSON.parse(String(form.get('payload_json'))) }
}

/** Purpose: JSON goes where it was meant to go, ends in time, and its failures keep the names that say whether it may have arrived. */
import { createServer, type RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sendJson } from '../../src/platforms/send-json.ts'

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/there?now=1`
}
const post = (url: string, more: object = {}) => sendJson({ method: 'POST', url, body: { words: 'é' }, within: 2_000, ...more })

test('what was sent arrives whole; the answer comes with its status and how long to wait', async () => {
  const url = await serve((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', chunk => (body += chunk))
    request.on('end', () => response.writeHead(429, { 'retry-after': '0.5' }).end(`${request.method} ${request.url} ${body}`))
  })
  expect(await post(url, { method: 'PATCH' })).toEqual({ status: 429, retryAfter: 0.5, text: 'PATCH /there?now=1 {"words":"é"}' })
})

test('one that hangs ends in time and holds no other up', async () => {
  let asked = 0
  const url = await serve((_, response) => void (asked++ === 0 ? undefined : response.end('ok')))
  const hanging = post(url, { within: 200 })
  await wait(50)
  expect((await post(url)).text).toBe('ok')
  await expect(hanging).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a redirection is not followed', async () => {
  let led = 0
  const elsewhere = await serve((_, response) => void response.end(String(++led)))
  const url = await serve((_, response) => void response.writeHead(307, { location: elsewhere }).end())
  expect((await post(url)).status).toBe(307)
  expect(led).toBe(0)
})

test('nobody there, and a line that is cut, are told apart', async () => {
  await expect(post('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const url = await serve(request => void request.socket.destroy())
  await expect(post(url)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
})

/** Purpose: `plenary manifest` prints what a platform asks for, and says what it takes. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const run = async (...words: string[]) => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/plenary.ts', 'manifest', ...words], {
      cwd: new URL('../../', import.meta.url),
    })
    return { code: 0, out: stdout, error: '' }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, out: '', error: stderr }
  }
}

test('Slack’s is YAML, or JSON when asked for, with the same content', async () => {
  const [yaml, json] = await Promise.all([run('slack'), run('slack', '--json')])
  expect(parse(yaml.out)).toEqual(JSON.parse(json.out))
  expect(parse(yaml.out).settings.socket_mode_enabled).toBe(true)
})

test('for HTTP it takes the address', async () => {
  const { out } = await run('slack', '--url', 'https://plenary.example.org', '--only-umbrella')
  expect(parse(out).features.slash_commands).toMatchObject([{ command: '/plenary', url: 'https://plenary.example.org/slack/events' }])
})

test('Discord’s lists the application commands in JSON, as Discord takes them', async () => {
  const { out } = await run('discord')
  expect(JSON.parse(out).map((command: { name: string }) => command.name)).toEqual(expect.arrayContaining(['practice', 'plenary']))
})

test.each([[[]], [['teams']], [['slack', '--url', 'plenary.example.org']]])('%j is explained', async words => {
  const { code, error } = await run(...words)
  expect(code).toBe(2)
  expect(error).toMatch(/slack|https/)
})

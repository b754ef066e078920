/** Purpose: channels come and go on an open page, in a real browser, without a reload: for those who may see them, and for nobody else. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openBrowser, visitIn } from '../../support/browser.ts'
import { openWebChat, visit } from '../../support/web-visitor.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const channels = (page: Page) => page.locator('nav .channel-name').allInnerTexts()
const FIRST = ['general', 'campaigns', 'sessions']

test('a group’s new home appears, and a private one leaves again with its member', async () => {
  const { url } = await openWebChat()
  const [admin, member] = [visit(url, 'plenary_visitor=admin'), visit(url, 'plenary_visitor=member')]
  const storageState = {
    origins: [],
    cookies: [
      {
        ...{ name: 'plenary_visitor', value: 'member' },
        domain: '127.0.0.1',
        path: '/',
        expires: -1,
        httpOnly: true,
        secure: false,
        sameSite: 'Lax' as const,
      },
    ],
  }
  const { page, errors } = await visitIn(browser, url, { ...DESK, storageState })
  await page.locator('textarea').waitFor()
  expect(await channels(page)).toEqual(FIRST)
  for (const name of ['ports', 'rivers']) {
    await admin.say(`/group propose name:${name}`)
    await admin.say(`/group launch ${name}`)
  }
  await admin.say('/group home ports make:private')
  await admin.say('/group home rivers make:public')
  await expect.poll(() => channels(page), { timeout: 10_000 }).toEqual([...FIRST, 'rivers'])
  await member.say('/group join ports')
  await expect.poll(() => channels(page), { timeout: 10_000 }).toEqual([...FIRST, 'ports', 'rivers'])
  await page.locator('a.channel.is-unread', { hasText: 'ports' }).click()
  await page.locator('a.channel[aria-current]', { hasText: 'ports' }).waitFor()
  await member.say('/group leave ports')
  await page.locator('a.channel[aria-current]', { hasText: 'general' }).waitFor()
  expect(await channels(page)).toEqual([...FIRST, 'rivers'])
  expect(errors).toEqual([])
  await page.context().close()
}, 30_000)

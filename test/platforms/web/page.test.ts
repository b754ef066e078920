/** Purpose: the web chat in a real browser, as people use it: on a phone, by keyboard, in Arabic, through a lost connection. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openBrowser, PHONE, visitIn } from '../../support/browser.ts'
import { openWebChat, visit, type WebChat } from '../../support/web-visitor.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function open(options: BrowserContextOptions = DESK, chat?: WebChat) {
  const whole = chat ?? (await openWebChat())
  const { page, errors } = await visitIn(browser, whole.url, options)
  await composer(page).waitFor()
  return { ...whole, page, errors, close: () => page.context().close() }
}

const composer = (page: Page) => page.locator('textarea')
/** What stands in the stream, and not what is only told to screen readers. */
const said = (page: Page, words: RegExp) => page.locator('.text', { hasText: words }).first()
/** By the words that one sees; the name for screen readers adds which entry is meant. */
const button = (page: Page, words: string) => page.locator('button', { hasText: new RegExp(`^${words}$`) }).first()

async function type(page: Page, line: string) {
  await composer(page).fill(line)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('on %s', (_, options) => {
  test('search, read, turn the page, share', async () => {
    const { page, url, errors, close } = await open(options)
    await type(page, '/practice xenophobia schools')
    await said(page, /results for “xenophobia schools” · page 1/).waitFor()
    await button(page, 'More').click()
    await said(page, /· page 2 of/).waitFor()
    expect(await said(page, /· page 1 of/).count()).toBe(0)
    await button(page, 'Details').click()
    await page.getByText('Source', { exact: true }).waitFor()
    await button(page, 'Share here').click()
    await page.getByText(/shared by/).waitFor()
    expect(await visit(url).messages()).toHaveLength(1)
    expect(errors).toEqual([])
    await close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async colorScheme => {
    // Colours are measured as they are, not on their way.
    const { page, close } = await open({ ...options, colorScheme, reducedMotion: 'reduce' })
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    await check('empty')
    await type(page, '/library get R-001')
    await page.getByText('Source', { exact: true }).waitFor()
    await check('details')
    await type(page, '/my profile')
    await page.getByRole('dialog').waitFor()
    await check('form')
    await close()
  })
})

test('a form: asks, points at what is wrong, keeps what was typed, and closes when all is well', async () => {
  const { page, close } = await open()
  await type(page, '/my profile')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await dialog.getByLabel(/Your language/).selectOption('en')
  const zone = dialog.getByRole('combobox', { name: /Your time zone/ })
  await zone.fill('Nowhereville-on-Sea')
  await dialog.getByRole('button', { name: 'Go' }).click()
  await dialog.getByText(/I don’t know the time zone/).waitFor()
  expect(await zone.inputValue()).toBe('Nowhereville-on-Sea')
  await zone.fill('Africa/Nairobi')
  await dialog.getByRole('option', { name: /Nairobi/ }).waitFor()
  await dialog.getByRole('button', { name: 'Go' }).click()
  await page.getByText('Saved: English, Africa/Nairobi.').first().waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await close()
})

test('Arabic runs from right to left, and the library answers in it', async () => {
  const { page, close } = await open({ ...PHONE, locale: 'ar' })
  await type(page, '/practice كراهية الأجانب في المدارس')
  await page
    .getByText(/P-\d{3}/)
    .first()
    .waitFor()
  expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(['ar', 'rtl'])
  await close()
})

test('completes while one types, by keyboard alone', async () => {
  const { page, close } = await open()
  await composer(page).pressSequentially('/prac')
  await page.getByRole('option', { name: /practice/ }).waitFor()
  await page.keyboard.press('Tab')
  expect(await composer(page).inputValue()).toBe('/practice ')
  await composer(page).pressSequentially('region:eur')
  await page
    .getByRole('option', { name: /Europe/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await composer(page).inputValue()).toMatch(/^\/practice region:\S+ $/)
  await close()
})

test('loses nothing while the connection is gone', async () => {
  const { page, url, close } = await open()
  await visit(url).say('before')
  await page.getByText('before', { exact: true }).waitFor()
  await page.context().setOffline(true)
  await visit(url).say('meanwhile')
  await type(page, 'written offline')
  await page.waitForTimeout(500)
  await page.context().setOffline(false)
  await page.getByText('meanwhile', { exact: true }).waitFor({ timeout: 20_000 })
  const retry = page.getByRole('button', { name: 'Try again' })
  if ((await retry.count()) > 0) await retry.first().click()
  await expect
    .poll(async () => (await visit(url).messages()).map(({ reply }) => reply.text), { timeout: 15_000 })
    .toEqual(['before', 'meanwhile', 'written offline'])
  await close()
})

test('hostile words stay words', async () => {
  const { page, errors, url, close } = await open()
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> @everyone [x](javascript:alert(3)) \u202egnp.exe {{7*7}} \u0000😀'
  let alerts = 0
  page.on('dialog', dialog => {
    alerts++
    void dialog.dismiss()
  })
  await type(page, hostile)
  await type(page, `/practice ${hostile}`)
  await expect.poll(async () => (await visit(url).messages()).length).toBe(1)
  await page
    .getByText(/<img src=x onerror=alert\(1\)>/)
    .first()
    .waitFor()
  expect([alerts, await page.locator('img[src="x"]').count(), errors]).toEqual([0, 0, []])
  await close()
})

test('who is not invited sees what to do', async () => {
  const { url } = await openWebChat({ secret: 'x'.repeat(40), loopback: false })
  const { page } = await visitIn(browser, url)
  await page.getByText('You are not signed in').waitFor()
  await page.context().close()
})

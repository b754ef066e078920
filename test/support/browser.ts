/** Purpose: a real browser, from the npm package, with a fresh profile for each visitor. */
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'

/** The package's defaults are made for one page; in a single process the browser ends with the first context that is closed. */
const ONE_PROCESS = ['--single-process', '--no-zygote']

export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter(arg => !ONE_PROCESS.includes(arg)), '--no-sandbox', '--disable-background-networking'],
    headless: true,
  })
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 }
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** A page that reports every error of its scripts, so that none passes unseen. */
export async function visitIn(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = DESK,
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  await page.goto(url)
  return { page, errors }
}

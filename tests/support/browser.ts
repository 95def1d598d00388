import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect } from 'vitest'

const OUTPUT = fileURLToPath(new URL('../output/', import.meta.url))

/** Nothing that a browser does on its own: no updates, no foreign hosts; and root may run it. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Refused requests are listed on their own, with their status. */
const REFUSED_REQUEST = 'Failed to load resource: the server responded with a status of'

/** What is tried while a test has taken the network away. */
const OFFLINE = 'net::ERR_INTERNET_DISCONNECTED'

/** Payload's panel signs out twice at once: the second comes too late, or not. */
const HARMLESS = ['POST /api/users/logout 400']

/** Starts Chromium (`npm test` tells where it is). */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  })

type Complaints = {
  /** Errors of scripts and of the page's policy, and requests that went elsewhere or nowhere. */
  faults: string[]
  /** Requests that the server refused: `POST /api/orders 400`. */
  refused: string[]
}

const listen = (page: Page, origins: string[]): Complaints => {
  const complaints: Complaints = { faults: [], refused: [] }
  const fault = (text: string) => complaints.faults.push(`${page.url()}: ${text}`)
  page.on('pageerror', (error) => fault(error.stack ?? error.message))
  page.on('console', (message) => {
    const text = message.text()
    const isExpected = text.startsWith(REFUSED_REQUEST) || text.includes(OFFLINE)
    if (message.type() === 'error' && !isExpected) fault(text)
  })
  page.on('request', (request) => {
    const isExpected =
      origins.some((origin) => request.url().startsWith(`${origin}/`)) ||
      /^(?:data|blob):/.test(request.url())
    if (!isExpected) fault(`asked a foreign host for ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    const { pathname } = new URL(response.url())
    const refused = `${response.request().method()} ${pathname} ${response.status()}`
    if (!HARMLESS.includes(refused)) complaints.refused.push(refused)
  })
  return complaints
}

const picture = async (page: Page): Promise<void> => {
  mkdirSync(OUTPUT, { recursive: true })
  const name = (expect.getState().currentTestName ?? 'page').replace(/\W+/g, '-')
  await page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage: true })
}

type Visit = {
  browser: Browser
  url: string
  /** Further origins that may be asked: the payment page's. */
  elsewhere?: string[]
  expectRefused?: string[]
  /** The browser's clock; the machine's unless it is told. */
  timezoneId?: string
  /** A phone, without scripts, in the dark. */
  context?: BrowserContextOptions
}

/**
 * Lets a page be used by somebody who reads Indonesian, in a window of their own, and expects that
 * neither the browser nor the server had anything to complain about, but for `expectRefused`. A failure
 * leaves a picture in tests/output.
 */
export const visit = async (
  { browser, url, elsewhere = [], expectRefused = [], timezoneId, context: options = {} }: Visit,
  use: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'id-ID',
    viewport: { width: 1280, height: 900 },
    ...(timezoneId ? { timezoneId } : {}),
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const { faults, refused } = listen(page, [url, ...elsewhere])
  try {
    await use(page)
    expect(faults).toEqual([])
    expect(refused).toEqual(expectRefused)
  } catch (error) {
    await picture(page)
    throw error
  } finally {
    await context.close()
  }
}

import { existsSync } from 'node:fs'
import { installWithApt } from './apt.mjs'
import { fail } from './fail.mjs'
import { inProject } from './project.mjs'
import { runStep } from './step.mjs'

const USUAL_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  ],
}

/** Where Playwright keeps the Chromium that belongs to its version. */
const playwrightsOwn = async () => {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

const find = async () => {
  const places = [...(USUAL_PLACES[process.platform] ?? []), await playwrightsOwn()]
  return places.find((path) => path && existsSync(path))
}

const isRoot = () => process.getuid?.() === 0

const playwright = (...options) =>
  runStep({
    name: 'Chromium (playwright)',
    command: process.execPath,
    args: [inProject('node_modules/playwright-core/cli.js'), 'install', ...options, 'chromium'],
  })

/** With the system's libraries where that is possible: only root may install those. */
const installWithPlaywright = async () =>
  (isRoot() && (await playwright('--with-deps'))) || playwright()

/**
 * Finds a Chromium, or installs one: the end-to-end tests are never skipped.
 * Ends the process with a sentence if there is none.
 * @returns {Promise<string>} the path of the program
 */
export const ensureChromium = async () => {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) return existsSync(wanted) ? wanted : fail(`CHROMIUM_PATH: there is no ${wanted}.`)

  const found = await find()
  if (found) return found
  console.log('There is no Chromium for the end-to-end tests: installing one.')
  if (!(await installWithPlaywright())) await installWithApt('chromium', 'Chromium')
  const installed = await find()
  if (installed) return installed
  return fail(
    'The end-to-end tests need Chromium, and it could not be installed: install Chromium or Chrome, ' +
      'or set CHROMIUM_PATH to where it is.',
  )
}

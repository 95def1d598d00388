import type { Locator, Page } from 'playwright-core'

/** Opens a page of the panel, and waits until its forms listen. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'networkidle' })
}

/** Fills in the panel's login. What comes then is the test's to say. */
export const signIn = async (
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await open(page, '/admin')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
}

/** Signs in somebody who may, and waits for the dashboard. */
export const enter = async (...[page, person]: Parameters<typeof signIn>): Promise<void> => {
  await signIn(page, person)
  await page.waitForURL((url) => url.pathname === '/admin')
  await page.locator('.app-header__account').waitFor()
}

export const save = async (page: Page): Promise<void> => page.locator('#action-save').click()

/** What the panel says in its corner. */
export const toast = (page: Page, text: string): Locator =>
  // Payload may say the same twice, when its page is mounted twice.
  page.locator('[data-sonner-toast]', { hasText: text }).first()

/** What is wrong with a field, said at the field. */
export const fault = (page: Page, text: string): Locator =>
  page.locator('.field-error', { hasText: text })

/** Types into a field that searches, and takes what it finds. */
export const pick = async (
  page: Page,
  field: string,
  typed: string,
  option: string,
): Promise<void> => {
  await page.locator(`#field-${field} input`).fill(typed)
  await page.getByRole('option', { name: option }).click()
}

/** The document that a create form has turned into. */
export const createdId = async (page: Page, collection: string): Promise<number> => {
  const address = new RegExp(`/admin/collections/${collection}/(\\d+)`)
  await page.waitForURL(address)
  return Number(address.exec(page.url())?.[1])
}

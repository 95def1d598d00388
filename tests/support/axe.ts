import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Impacts that keep somebody from using a page. */
const GRAVE = ['serious', 'critical']

type Violation = { id: string; impact?: string | null; nodes: { html: string; target: unknown }[] }

/** What fades in or out has other contrasts on its way. */
const untilStill = async (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(async ({ finished }) => finished))
  })

/** What axe-core finds on a page that is serious or critical: the rule, and where. */
export const graveFaults = async (page: Page): Promise<string[]> => {
  await untilStill(page)
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as {
      axe: { run: (of: Document) => Promise<{ violations: Violation[] }> }
    }
    return (await inPage.run(document)).violations
  })
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${String(target)} ${html}`))
}

/** The panel in its light or its dark look. */
export const wear = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: 'payload-theme', value: theme, url: origin }])
  await page.reload({ waitUntil: 'networkidle' })
  await page.locator(`html[data-theme=${theme}]`).waitFor()
}

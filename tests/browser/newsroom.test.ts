import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { lexical } from '../news/support'
import { graveFaults } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { createdId, enter, open, save, signIn, toast } from './panel'

let browser: Browser
let house: House
let url: string
let editor: Person
let patient: Person
let obat: { id: number; slug: string }
const TEXT = 'Minum air putih sedikit demi sedikit, lalu istirahat di tempat teduh.'

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('newsroom')
  url = house.server.url
  await house.makePerson('admin', 'Ayu Lestari')
  editor = await house.makePerson('editor', 'Fajar Nugroho')
  patient = await house.makePerson('patient', 'Gita Permata')
  const made = await house.call<{ doc: typeof obat }>('POST', '/obat', {
    name: 'Oralit sachet',
    price: 1_500,
    unit: 'sachet',
  })
  obat = made.doc
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const previewIn = (page: Page): FrameLocator => page.frameLocator('#live-preview-iframe')

const cardOf = (id: number) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'aaaaaaaaaaaaaaaaaaaaaaaa', blockName: '', blockType: 'obatCard', obat: id },
})

/** Plans the publication of the article that is open for now: a day that is picked has the clock's time. */
const schedule = async (page: Page): Promise<void> => {
  await page.reload({ waitUntil: 'networkidle' })
  await page.locator('.doc-controls .popup button').first().click()
  await page.locator('#schedule-publish').click()
  // For what was never published the panel may propose to take it back.
  await page.locator('.schedule-publish__type label').first().click()
  await page.locator('#time input').click()
  await page.locator('.react-datepicker__day--today').first().click()
  // The calendar lies over the button.
  await page.locator('#scheduled-publish-save').press('Enter')
  await toast(page, 'berhasil').waitFor()
}

/** An article as an editor's app would send it. */
const write = async (data: Record<string, unknown>) =>
  (await house.call<{ doc: { id: number; slug: string } }>('POST', '/news', data, editor.token)).doc

const statusOf = async (path: string): Promise<number> =>
  (await fetch(`${url}${path}`, { redirect: 'manual' })).status

it('follows an article from its first word to its readers, and to its next address', async () => {
  await visit({ browser, url }, async (page) => {
    page.setDefaultTimeout(60_000)
    await enter(page, editor)
    await open(page, '/admin/collections/news/create')
    await page.locator('#field-title').fill('Cara aman berpuasa')
    await page.locator('#field-excerpt').fill('Sahur yang cukup dan tanda untuk berhenti.')
    const id = await createdId(page, 'news')

    // What is being written is seen beside it, by those who may read drafts.
    await page.locator('#live-preview-toggler').click()
    const preview = previewIn(page)
    await preview.getByRole('heading', { level: 1, name: 'Cara aman berpuasa' }).waitFor()
    await page.locator('#field-title').fill('Cara aman berpuasa bagi lansia')
    await preview
      .getByRole('heading', { level: 1, name: 'Cara aman berpuasa bagi lansia' })
      .waitFor()
    const draft = new URL((await page.locator('#live-preview-iframe').getAttribute('src'))!, url)
    expect(draft.searchParams.get('pratinjau')).toBe(String(id))
    expect(await statusOf(draft.pathname)).toBe(404)
    expect(await statusOf(draft.pathname + draft.search)).toBe(404)

    // Planned for in a moment, and left to the server.
    const { doc } = await house.call<{ doc: { slug: string } }>(
      'PATCH',
      `/news/${id}?draft=true`,
      { content: lexical(TEXT) },
      editor.token,
    )
    const { slug } = doc
    expect(await statusOf(`/news/${slug}`)).toBe(404)
    await schedule(page)
    await expect.poll(async () => statusOf(`/news/${slug}`)).toBe(200)
    await page.goto(`/news/${slug}`)
    await page.getByRole('heading', { level: 1, name: 'Cara aman berpuasa bagi lansia' }).waitFor()
    await page.getByText(TEXT).waitFor()
    await page.getByText('Oleh Fajar Nugroho').waitFor()

    const feed = await (await fetch(`${url}/news/rss.xml`)).text()
    expect(feed).toContain(`${url}/news/${slug}`)
    await page.goto('/news')
    await page.getByRole('searchbox', { name: 'Cari artikel' }).fill('puasa lansia')
    await page.getByRole('button', { name: 'Cari' }).click()
    await page.getByRole('link', { name: 'Cara aman berpuasa bagi lansia' }).waitFor()

    // A new address leaves the old one behind.
    await open(page, `/admin/collections/news/${id}`)
    await page.locator('#field-slug').fill('puasa-lansia')
    await save(page)
    await toast(page, 'berhasil').waitFor()
    await expect.poll(async () => statusOf(`/news/${slug}`)).toBe(308)
    await page.goto(`/news/${slug}`)
    expect(new URL(page.url()).pathname).toBe('/news/puasa-lansia')
  })
})

it('shows a draft to nobody who may not read it, though they have its address', async () => {
  const { id, slug } = await write({ title: 'Rahasia dapur', _status: 'draft' })
  const path = `/news/${slug}?pratinjau=${id}`
  const expectRefused = [`GET /news/${slug} 404`, `GET /news/${slug} 404`]
  await visit({ browser, url, expectRefused }, async (page) => {
    await page.goto(path)
    await page.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor()
    await page.request.post('/api/users/login', { data: patient, headers: { Origin: url } })
    await page.goto(path)
    await page.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor()
    expect(await page.content()).not.toContain('Rahasia dapur')
  })
  await visit({ browser, url }, async (page) => {
    await signIn(page, editor)
    await page.waitForURL((at) => at.pathname === '/admin')
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name: 'Rahasia dapur' }).waitFor()
    await page.getByText('Pratinjau: pembaca belum melihat perubahan ini.').waitFor()
  })
})

it('shows what an editor wrote as text, whatever it looks like', async () => {
  const evil = '</script><script>window.stolen = 1</script><img src=x onerror="window.stolen = 1">'
  const { slug } = await write({
    title: `Judul ${evil}`,
    excerpt: evil,
    authorName: evil,
    content: lexical(evil),
    sources: [{ title: evil, url: 'https://www.who.int/' }],
    meta: { title: evil, description: evil },
    _status: 'published',
  })
  await visit({ browser, url }, async (page) => {
    await page.goto(`/news/${slug}`, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1, name: `Judul ${evil}` }).waitFor()
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
    const data = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(data ?? '')).toMatchObject({ headline: evil })
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('index, follow')
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      `${url}/news/${slug}`,
    )
    expect(await page.locator('link[type="application/rss+xml"]').getAttribute('href')).toBe(
      `${url}/news/rss.xml`,
    )
  })
})

it('is for everybody: light, dark, on a phone, without scripts', async () => {
  const category = await house.call<{ doc: { id: number } }>(
    'POST',
    '/categories',
    { name: 'Hidup Sehat' },
    editor.token,
  )
  const content = lexical(TEXT)
  ;(content.root as { children: unknown[] }).children.push(cardOf(obat.id))
  const { slug } = await write({
    title: 'Pertolongan pertama saat diare',
    excerpt: 'Cairan lebih penting daripada obat.',
    categories: [category.doc.id],
    relatedObat: [obat.id],
    sources: [{ title: 'Diarrhoeal disease, WHO', url: 'https://www.who.int/' }],
    content,
    _status: 'published',
  })
  const paths = ['/news', `/news/${slug}`, '/news/kategori/hidup-sehat', `/obat/${obat.slug}`]
  for (const colorScheme of ['light', 'dark'] as const) {
    await visit({ browser, url }, async (page) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 360, height: 760 })
      for (const path of paths) {
        await page.goto(path, { waitUntil: 'networkidle' })
        expect(await graveFaults(page), `${path} ${colorScheme}`).toEqual([])
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth,
        )
        expect(isWide, path).toBe(false)
      }
    })
  }
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/news')
  await page.getByLabel('Cari artikel').fill('diare')
  await page.getByRole('button', { name: 'Cari' }).click()
  await page.getByRole('link', { name: 'Pertolongan pertama saat diare' }).click()
  // The card in the text, and the one beneath it.
  expect(await page.getByRole('link', { name: 'Oralit sachet' }).count()).toBe(2)
  await page.getByRole('link', { name: 'Oralit sachet' }).first().click()
  await page.getByText('Rp 1.500 per sachet').waitFor()
  await context.close()
})

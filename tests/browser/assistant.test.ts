import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { deferred } from '@/server/testing'

import { graveFaults, wear } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { Gemini } from '../support/gemini'
import { failure, refuse, said, startGemini, text, wait } from '../support/gemini'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, fault, open, save, toast } from './panel'

const CLOSING = 'bukan diagnosis'
/** What the page of every global has. */
const OF_PAYLOAD = /doc-tabs__tabs|field-description/
const NEVER = new Promise<never>(() => undefined)

let browser: Browser
let gemini: Gemini
let house: House
let admin: Person

beforeAll(async () => {
  browser = await openBrowser()
  gemini = await startGemini()
  house = await openHouse('assistant', gemini.env)
  admin = await house.makePerson('admin', 'Adi Admin')
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop()
  await gemini?.stop()
})
beforeEach(() => gemini.reset())

let count = 0
/** Somebody new, with whose quota nobody else has to do. */
const makePatient = async (): Promise<Person> => {
  count += 1
  return house.makePerson('patient', `Pasien ${count}`, `pasien${count}@example.test`)
}

const settle = async (settings: object): Promise<void> => {
  await house.call('POST', '/globals/assistant', settings)
}

/** Signs in on the patients' page, and comes to the assistant. */
const comeIn = async (page: Page, { email, password }: Person): Promise<void> => {
  await open(page, '/masuk?lanjut=/asisten')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL('**/asisten')
}

const ask = async (page: Page, question: string): Promise<void> => {
  await page.getByLabel('Pertanyaan').fill(question)
  await page.getByLabel('Pertanyaan').press('Enter')
}

const log = (page: Page) => page.getByRole('log', { name: 'Percakapan' })
const answers = (page: Page) => log(page).locator('[data-state]')
const whole = (page: Page) => log(page).locator('[data-state=done]')
const consent = (page: Page) => page.getByLabel('Simpan percakapan ini')
const shelf = (page: Page) => page.getByRole('complementary')

const visitPage = async (
  use: (page: Page) => Promise<void>,
  expectRefused: string[] = [],
): Promise<void> => visit({ browser, url: house.server.url, expectRefused }, use)

describe('a talk', () => {
  it('appears word by word, is read out once it is whole, and survives a reload', async () => {
    const rest = deferred()
    gemini.will([...text('Paracetamol ', 'meredakan '), wait(rest.promise), ...said('demam.')])
    const patient = await makePatient()
    await visitPage(async (page) => {
      await open(page, '/asisten')
      await page.getByText('Silakan masuk untuk bertanya').waitFor()
      expect(await page.getByLabel('Pertanyaan').count()).toBe(0)
      await comeIn(page, patient)

      await ask(page, 'Apa guna paracetamol?')
      await answers(page).getByText('Paracetamol meredakan').waitFor()
      expect(await answers(page).innerText()).not.toContain('demam')
      const status = page.getByRole('status')
      expect(await status.innerText()).toBe('Asisten sedang menjawab…')
      await page.getByRole('button', { name: 'Berhenti' }).waitFor()

      rest.resolve()
      await whole(page).getByText('Paracetamol meredakan demam.').waitFor()
      await whole(page).getByText(CLOSING).waitFor()
      await expect.poll(() => status.innerText()).toContain('meredakan demam.')

      await page.reload({ waitUntil: 'networkidle' })
      await whole(page).getByText('Paracetamol meredakan demam.').waitFor()
      // What was there before is not read out again.
      expect(await status.innerText()).toBe('')
      gemini.will(said('Dua tablet sehari paling banyak menurut kemasan.'))
      await ask(page, 'Berapa banyak?')
      await whole(page).getByText('Dua tablet').waitFor()
      expect(JSON.stringify(gemini.requests.at(-1)?.body.contents)).toContain('Apa guna')

      await page.getByRole('button', { name: 'Percakapan baru' }).click()
      await expect.poll(() => answers(page).count()).toBe(0)
    })
  })

  it('is stopped, up to Google, and answered again', async () => {
    gemini.will([...text('Pertama-tama '), wait(NEVER)], said('Singkatnya: ya.'))
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      await ask(page, 'Ceritakan semuanya')
      await answers(page).getByText('Pertama-tama').waitFor()
      await page.getByRole('button', { name: 'Berhenti' }).click()
      await answers(page).getByText('Dihentikan.').waitFor()
      expect(await gemini.requests[0]?.over).toBe('aborted')
      await page.getByRole('button', { name: 'Jawab ulang' }).click()
      await whole(page).getByText('Singkatnya: ya.').waitFor()
      expect(await answers(page).count()).toBe(1)
    })
  })

  it('says what went wrong, before the first word or after it, and is tried again', async () => {
    gemini.will([refuse(403)], [...text('Sebagian '), failure()], said('Sekarang bisa.'))
    const patient = await makePatient()
    await visitPage(
      async (page) => {
        await comeIn(page, patient)
        await ask(page, 'Halo')
        const again = page.getByRole('button', { name: 'Coba lagi' })
        await page.getByRole('alert').getByText('Asisten belum dapat menjawab.').waitFor()
        await again.click()
        await page.getByRole('alert').getByText('Jawaban terputus').waitFor()
        await answers(page).getByText('Sebagian').waitFor()
        expect(await whole(page).count()).toBe(0)
        await again.click()
        await whole(page).getByText('Sekarang bisa.').waitFor()

        await settle({ quotas: { user: 2 } })
        await ask(page, 'Sekali lagi')
        await page
          .getByRole('alert')
          .getByText(/Kuota .* sudah habis, .* Coba lagi (?:dalam|pukul) \d+/)
          .waitFor()
        await settle({ quotas: { user: 100 } })
      },
      ['POST /api/chat 502', 'POST /api/chat 429'],
    )
  })

  it('shows an answer as text and safe links, whatever the model writes', async () => {
    const hostile = [
      '<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(2)</script>',
      '![gambar](https://evil.example/y.png) <iframe src="https://evil.example"></iframe>',
      '[jahat](javascript:alert(3)) [jahat](data:text/html,x) [jahat](//evil.example/) ',
      '[obat](/obat/paracetamol) [luar](https://www.who.int/) <https://evil.example/auto>',
      '# Judul',
      '<a href="/logout" onclick="alert(4)">mentah</a>',
    ].join('\n\n')
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      // The server lets less through than this; the page rests on nobody.
      await page.route('**/api/chat', async (route) =>
        route.fulfill({
          contentType: 'text/plain; charset=utf-8',
          body: `0:${JSON.stringify(hostile)}\nd:{"finishReason":"stop"}\n`,
        }),
      )
      await ask(page, '<b>Halo</b> [x](javascript:alert(5))')
      await whole(page).getByText('Judul').waitFor()
      expect(
        await log(page).locator('img, script, iframe, h1, h2, [onclick], [onerror]').count(),
      ).toBe(0)
      const links = await log(page)
        .locator('a')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.getAttribute('rel')]))
      expect(links).toEqual(
        ['/obat/paracetamol', 'https://www.who.int/', 'https://evil.example/auto'].map((href) => [
          href,
          'noopener noreferrer',
        ]),
      )
      await log(page).getByText('(www.who.int)').waitFor()
      await log(page).getByText('<b>Halo</b> [x](javascript:alert(5))').waitFor()
    })
  })

  it('sets an emergency apart, without asking anybody else', async () => {
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      await ask(page, 'Ayah saya nyeri dada hebat')
      const answer = log(page).locator('[data-emergency=true]')
      await answer.getByText('Keadaan darurat', { exact: true }).waitFor()
      await answer.getByText('119').first().waitFor()
      expect(gemini.requests).toHaveLength(0)
    })
  })
})

describe('what is kept', () => {
  const keptOf = async ({ token }: Person): Promise<{ title: string; messages: unknown[] }[]> =>
    (await house.call<{ docs: [] }>('GET', '/assistant-conversations?depth=0', undefined, token))
      .docs

  it('is what its user agreed to: listed, gone on with, and deleted', async () => {
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      await ask(page, 'Tidak untuk disimpan')
      await whole(page).waitFor()
      expect(await keptOf(patient)).toEqual([])

      await page.getByRole('button', { name: 'Percakapan baru' }).click()
      await consent(page).check()
      await ask(page, 'Obat batuk apa saja?')
      const listed = shelf(page).getByRole('button', { name: /^Obat batuk apa saja\?/ })
      await listed.waitFor()
      expect(await keptOf(patient)).toMatchObject([{ title: 'Obat batuk apa saja?' }])

      await page.getByRole('button', { name: 'Percakapan baru' }).click()
      expect(await consent(page).isChecked()).toBe(false)
      await listed.click()
      await whole(page).getByText('Baik.').waitFor()
      expect(await consent(page).isChecked()).toBe(true)
      await ask(page, 'Yang sirup?')
      await expect.poll(async () => (await keptOf(patient))[0]?.messages.length).toBe(4)
      expect(await keptOf(patient)).toHaveLength(1)
      await expect.poll(() => whole(page).count()).toBe(2)

      await shelf(page).getByRole('button', { name: 'Hapus: Obat batuk' }).click()
      await shelf(page).getByRole('button', { name: 'Ya, hapus' }).click()
      await shelf(page).getByText('Belum ada.').waitFor()
      expect(await keptOf(patient)).toEqual([])
      // It goes on, and is not kept again.
      await expect.poll(() => consent(page).isChecked()).toBe(false)
      await ask(page, 'Dan tablet?')
      await expect.poll(() => whole(page).count()).toBe(3)
      expect(await keptOf(patient)).toEqual([])
    })
  })

  it('is deleted when its user agrees no longer', async () => {
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      await consent(page).check()
      await ask(page, 'Obat demam?')
      await shelf(page)
        .getByRole('button', { name: /^Obat demam\?/ })
        .waitFor()
      await consent(page).uncheck()
      await shelf(page).getByText('Belum ada.').waitFor()
      expect(await keptOf(patient)).toEqual([])
      await whole(page).getByText('Baik.').waitFor()
    })
  })

  it('stays in its tab for nobody else: who signs in after somebody begins anew', async () => {
    const [first, second] = [await makePatient(), await makePatient()]
    await visitPage(async (page) => {
      await comeIn(page, first)
      await ask(page, 'Rahasia saya')
      await whole(page).waitFor()
      await page.context().clearCookies()
      await comeIn(page, second)
      await expect.poll(() => log(page).innerText()).not.toContain('Rahasia')
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Rahasia')
    })
  })
})

describe('the page', () => {
  it('is fit for everybody: light and dark, on a phone and on a desk', async () => {
    gemini.always(said('Baik.\n\n- [Paracetamol](/obat/paracetamol)\n- [WHO](https://who.int/)'))
    const patient = await makePatient()
    await visitPage(async (page) => {
      await comeIn(page, patient)
      await consent(page).check()
      await ask(page, 'Obat demam?')
      await whole(page).waitFor()
      await ask(page, 'Saya sesak napas berat')
      await log(page).locator('[data-emergency=true]').waitFor()
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await graveFaults(page)).toEqual([])
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide).toBeLessThanOrEqual(width)
      }
    })
  })

  it('says that it needs a script, where there is none', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${house.server.url}/asisten`)
    expect(await page.locator('noscript p').innerText()).toContain('Aktifkan JavaScript')
    await context.close()
  })
})

describe('the panel', () => {
  it('decides who is answered and how, at once, and shows how much', async () => {
    gemini.always(said('Selamat datang, tamu.'))
    await visitPage(
      async (guest) => {
        await visitPage(
          async (page) => {
            await enter(page, admin)
            await open(page, '/admin/globals/assistant')
            await page.getByText('Kunci Google sudah diatur.').waitFor()
            await page.locator('#field-guestsAllowed').check()
            await page.locator('#field-instructions').fill('Sapa setiap orang dengan ramah.')
            await page.locator('#field-model').fill('bukan model')
            await save(page)
            await fault(page, 'Nama model tidak valid').waitFor()
            await page.locator('#field-model').fill('gemini-3.5-flash-lite')
            await save(page)
            await toast(page, 'berhasil').waitFor()

            await open(guest, '/asisten')
            await ask(guest, 'Halo')
            await whole(guest).getByText('Selamat datang, tamu.').waitFor()
            expect(await consent(guest).count()).toBe(0)
            const asked = gemini.requests.at(-1)
            expect(asked?.model).toBe('gemini-3.5-flash-lite')
            expect(JSON.stringify(asked?.body.systemInstruction)).toContain('Sapa setiap orang')

            await page.reload({ waitUntil: 'networkidle' })
            const chart = page.getByRole('img', { name: /^Grafik batang 30 hari terakhir: [1-9]/ })
            await chart.waitFor()
            await page.getByLabel('Rentang waktu').selectOption('90')
            await page.getByRole('img', { name: /^Grafik batang 90 hari terakhir/ }).waitFor()
            await page.getByLabel('Yang ditampilkan').selectOption('tokens')
            await page.getByRole('img', { name: /[1-9][\d.]* token$/ }).waitFor()
            await page.getByText('Lihat sebagai tabel').click()
            await page.getByRole('columnheader', { name: 'Ditolak model' }).waitFor()
            for (const theme of ['light', 'dark'] as const) {
              await wear(page, theme)
              await page.getByRole('img', { name: /^Grafik batang/ }).waitFor()
              const faults = await graveFaults(page)
              expect(faults.filter((one) => !OF_PAYLOAD.test(one))).toEqual([])
            }

            await page.locator('#field-isOn').uncheck()
            await save(page)
            await toast(page, 'berhasil').waitFor()
          },
          ['POST /api/globals/assistant 400'],
        )
        // A page that was opened before, and one that is opened now.
        await ask(guest, 'Masih di sana?')
        await guest.getByRole('alert').getByText('Asisten sedang dimatikan').waitFor()
        await guest.reload({ waitUntil: 'networkidle' })
        await guest.getByText('Asisten sedang dimatikan').last().waitFor()
        expect(await guest.getByLabel('Pertanyaan').count()).toBe(0)
        await settle({ isOn: true, guestsAllowed: false, model: '', instructions: '' })
      },
      ['POST /api/chat 503'],
    )
  })

  it('has nothing of it for anybody but admins', async () => {
    const cashier = await house.makePerson('cashier', 'Kiki Kasir')
    await visitPage(async (page) => {
      await enter(page, cashier)
      expect(await page.getByRole('link', { name: 'Asisten AI' }).count()).toBe(0)
    })
  })
})

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { graveFaults, wear } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import { paper, png } from '../support/pictures'
import type { Clinic } from './consulting'
import { openClinic } from './consulting'
import { enter, open, toast } from './panel'

let browser: Browser
let clinic: Clinic
let url: string

beforeAll(async () => {
  browser = await openBrowser()
  clinic = await openClinic('room')
  ;({ url } = clinic)
})
afterAll(async () => {
  await browser?.close()
  await clinic?.close()
})

const log = (page: Page): Locator => page.getByRole('log')
const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Tulis pesan' })
const said = (page: Page, content: string): Locator =>
  log(page).getByRole('listitem').filter({ hasText: content })
const mark = (page: Page, content: string, name: string): Locator =>
  said(page, content).getByRole('img', { name })
const write = async (page: Page, content: string): Promise<void> => {
  await field(page).fill(content)
  await field(page).press('Enter')
}
const roomPath = (id: number): string => `/admin/konsultasi/${id}`

/** The doctor, in a room. */
const inRoom = async (
  id: number,
  use: (page: Page) => Promise<void>,
  expectRefused: string[] = [],
): Promise<void> =>
  visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, clinic.login)
    await open(page, roomPath(id))
    await page.getByText('Tersambung', { exact: true }).waitFor()
    await use(page)
  })

/** What a consultation's history is, whoever has seen it. */
const historyOf = async (id: number): Promise<[seq: number, content: string | null][]> => {
  const { data } = await clinic.call<{ data: { seq: number; content: string | null }[] }>(
    'GET',
    `/chats/consultation/${id}/messages?limit=100`,
    undefined,
    clinic.patient.token,
  )
  return data.map(({ seq, content }) => [seq, content])
}
/** What the doctor sees of it, in order. */
const shownIn = async (page: Page): Promise<string[]> =>
  log(page).locator('li[data-seq] p:first-of-type').allTextContents()

it('talks: what is sent, how far it came, who types and who is there', async () => {
  const id = await clinic.consult()
  await clinic.say(id, 'Dok, saya demam')
  await inRoom(id, async (page) => {
    await said(page, 'Dok, saya demam').waitFor()
    await page.getByText('Pasien tidak membuka ruang ini').waitFor()
    await write(page, 'Sejak kapan?')
    await mark(page, 'Sejak kapan?', 'Terkirim').waitFor()

    const patient = await clinic.enterRoom(id)
    await page.getByText('Pasien ada di ruang ini').waitFor()
    await mark(page, 'Sejak kapan?', 'Sampai').waitFor()
    await patient.ask('message_read', { seq: 2 })
    await mark(page, 'Sejak kapan?', 'Dibaca').waitFor()
    // And the other way round: it stood on the screen.
    await expect
      .poll(() => patient.heard.filter(([name]) => name === 'message_read'))
      .not.toEqual([])

    await patient.ask('typing_start', {})
    await page.getByText('Gita Permata sedang mengetik…').waitFor()
    await patient.ask('send_message', { content: 'Sejak kemarin' })
    await said(page, 'Sejak kemarin').waitFor()
    await page.getByText('Gita Permata sedang mengetik…').waitFor({ state: 'detached' })

    await field(page).pressSequentially('Baik')
    await expect
      .poll(() => patient.heard.map(([name]) => name))
      .toEqual(expect.arrayContaining(['typing_start']))
    await field(page).press('Shift+Enter')
    await field(page).pressSequentially('minum air')
    await field(page).press('Enter')
    await said(page, 'Baik\nminum air').waitFor()
    await expect
      .poll(() =>
        patient.heard.filter(([name]) => name === 'new_message').map(([, m]) => m.content),
      )
      .toEqual(['Sejak kemarin', 'Baik\nminum air'])
    patient.socket.disconnect()
    await page.getByText('Pasien tidak membuka ruang ini').waitFor()
  })
})

it('loses nothing with the network: what both wrote meanwhile is there, once and in order', async () => {
  const id = await clinic.consult()
  const patient = await clinic.enterRoom(id)
  await inRoom(id, async (page) => {
    await write(page, 'Halo')
    await said(page, 'Halo').waitFor()

    await page.context().setOffline(true)
    await page.getByText(/Sambungan terputus, mencoba lagi…/).waitFor()
    await write(page, 'Ditulis tanpa jaringan, satu')
    await write(page, 'Ditulis tanpa jaringan, dua')
    await field(page).fill('Belum dikirim')
    await mark(page, 'tanpa jaringan, satu', 'Menunggu sambungan').waitFor()
    for (const content of ['Dok?', 'Masih di sana?']) await patient.ask('send_message', { content })

    await page.context().setOffline(false)
    await mark(page, 'tanpa jaringan, dua', 'Sampai').waitFor()
    await said(page, 'Masih di sana?').waitFor()
    expect(await field(page).inputValue()).toBe('Belum dikirim')
    const history = await historyOf(id)
    expect(history.map(([, content]) => content)).toEqual([
      'Halo',
      'Dok?',
      'Masih di sana?',
      'Ditulis tanpa jaringan, satu',
      'Ditulis tanpa jaringan, dua',
    ])
    expect(await shownIn(page)).toEqual(history.map(([, content]) => content))
  })
})

it('sends again what may have been lost, under the same number: it is stored once', async () => {
  const id = await clinic.consult()
  await inRoom(id, async (page) => {
    const patient = await clinic.enterRoom(id)
    // What is sent arrives; nothing that answers it does.
    await write(page, 'Pertama')
    await mark(page, 'Pertama', 'Sampai').waitFor()
    await page.evaluate(() => {
      const { send } = WebSocket.prototype
      WebSocket.prototype.send = function sendOnce(this: WebSocket, data) {
        send.call(this, data)
        if (typeof data !== 'string' || !data.includes('Kedua')) return
        WebSocket.prototype.send = send
        this.close()
      }
    })
    await write(page, 'Kedua')
    await mark(page, 'Kedua', 'Sampai').waitFor()
    expect(await historyOf(id)).toEqual([
      [1, 'Pertama'],
      [2, 'Kedua'],
    ])
    const news = () => patient.heard.filter(([name]) => name === 'new_message')
    await expect.poll(() => news().map(([, { content }]) => content)).toEqual(['Pertama', 'Kedua'])
  })
})

it('keeps what is written through a reload, sent or not', async () => {
  const id = await clinic.consult()
  await inRoom(id, async (page) => {
    await page.context().setOffline(true)
    await page.getByText(/Sambungan terputus/).waitFor()
    await write(page, 'Kirim nanti')
    await field(page).fill('Sedang ditulis')
    await mark(page, 'Kirim nanti', 'Menunggu sambungan').waitFor()
    await page.context().setOffline(false)
    await page.reload({ waitUntil: 'networkidle' })
    await mark(page, 'Kirim nanti', 'Terkirim').waitFor()
    expect(await field(page).inputValue()).toBe('Sedang ditulis')
    expect(await historyOf(id)).toEqual([[1, 'Kirim nanti']])
  })
})

it('shows what was refused, and why, and lets go of it', async () => {
  const id = await clinic.consult()
  await inRoom(id, async (page) => {
    // It ends sooner than this page knows: nobody hears of it before the message is on its way.
    const ending = await clinic.database.connect()
    await ending.query('BEGIN')
    const sooner = `UPDATE consultations SET expires_at = clock_timestamp() WHERE id = $1`
    await ending.query(sooner, [id])
    await write(page, 'Terlambat')
    await mark(page, 'Terlambat', 'Mengirim').waitFor()
    await ending.query('COMMIT')
    ending.release()
    const late = said(page, 'Terlambat')
    await late.getByText('Konsultasi sudah berakhir').waitFor()
    await late.getByRole('button', { name: 'Coba lagi' }).click()
    await late.getByText('Konsultasi sudah berakhir').waitFor()
    await late.getByRole('button', { name: 'Buang' }).click()
    await late.waitFor({ state: 'detached' })
  })
  expect(await historyOf(id)).toEqual([])
})

it('reads further up, and stays where it is read', async () => {
  const id = await clinic.consult()
  for (let number = 1; number <= 120; number += 1) await clinic.say(id, `Pesan nomor ${number}`)
  await inRoom(id, async (page) => {
    await said(page, 'Pesan nomor 120').waitFor()
    expect(await said(page, 'Pesan nomor 70').count()).toBe(0)
    await log(page).focus()
    await page.keyboard.press('Home')
    await said(page, 'Pesan nomor 21').waitFor({ state: 'attached' })
    await page.keyboard.press('Home')
    await expect.poll(async () => (await shownIn(page)).length).toBe(120)
    expect(await shownIn(page)).toEqual(
      Array.from({ length: 120 }, (_, index) => `Pesan nomor ${index + 1}`),
    )
    // Somebody who reads further up is not torn away by what comes.
    await log(page).evaluate((box) => (box.scrollTop = 200))
    await clinic.say(id, 'Yang terbaru')
    await said(page, 'Yang terbaru').waitFor({ state: 'attached' })
    expect(await log(page).evaluate((box) => box.scrollTop)).toBe(200)
    await page.getByRole('button', { name: 'Ke pesan terbaru' }).click()
    await expect
      .poll(() => log(page).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight))
      .toBeLessThan(60)
  })
})

it('sends and shows pictures and PDFs, and says what it does not take', async () => {
  const id = await clinic.consult()
  const patient = await clinic.enterRoom(id)
  const picture = await png('ruam.png')
  await inRoom(id, async (page) => {
    const picker = page.locator('input[type=file]')
    await picker.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
    await page.getByText('Hanya gambar JPEG, PNG, WebP, atau PDF.').waitFor()
    await picker.setInputFiles({ name: 'ruam.png', mimeType: 'image/png', buffer: picture.data })
    await field(page).fill('Seperti ini?')
    await field(page).press('Enter')
    const shown = said(page, 'Seperti ini?').getByRole('img', { name: /^Gambar dari/ })
    await shown.waitFor()
    await expect
      .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(8)

    const pdf = await paper()
    await picker.setInputFiles({ name: 'lab.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.getByRole('button', { name: 'Kirim' }).click()
    const link = log(page).getByRole('link', { name: /^Unduh .*\.pdf/ })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(await download.failure()).toBeNull()
    const files = () => patient.heard.filter(([, data]) => data.attachment)
    await expect.poll(() => files().length).toBe(2)
  })
})

it('keeps canned answers, and puts them into the message', async () => {
  const id = await clinic.consult()
  await inRoom(id, async (page) => {
    const canned = page.getByRole('button', { name: 'Jawaban siap pakai' })
    await canned.click()
    await page.getByText('Belum ada jawaban siap pakai.').waitFor()
    await page.keyboard.press('Escape')
    await field(page).fill('Minum air putih yang cukup.')
    await canned.click()
    await page.getByRole('button', { name: 'Simpan tulisan ini sebagai jawaban' }).click()
    const answer = page.getByRole('button', { name: 'Minum air putih yang cukup.', exact: true })
    await answer.waitFor()
    await page.reload({ waitUntil: 'networkidle' })
    await field(page).fill('Baik.')
    await canned.click()
    await answer.click()
    expect(await field(page).inputValue()).toBe('Baik. Minum air putih yang cukup.')
    await canned.click()
    await page.getByRole('button', { name: 'Hapus jawaban: Minum air putih' }).click()
    await page.getByText('Belum ada jawaban siap pakai.').waitFor()
  })
})

it('counts down by the server’s clock, and turns red at the end', async () => {
  const id = await clinic.consult(-26 * 60)
  await visit({ browser, url }, async (page) => {
    // This computer's clock is two hours behind.
    await page.addInitScript(() => {
      const { now } = Date
      Date.now = () => now() - 2 * 60 * 60 * 1000
    })
    await enter(page, clinic.login)
    await open(page, roomPath(id))
    const ring = page.getByRole('timer', { name: /Sisa [34] menit/ })
    await ring.waitFor()
    await ring.getByText(/^3:[0-5]\d$/).waitFor()
    expect(await ring.getAttribute('data-late')).toBe('true')
    await page.getByText('Konsultasi berakhir dalam 5 menit.').waitFor({ state: 'attached' })
  })
})

it('ends early when it is asked twice, with a summary and a prescription', async () => {
  const { doc: obat } = await clinic.call<{ doc: { id: number } }>('POST', '/obat', {
    name: 'Amoksisilin 500 mg',
    sku: 'AMX-500',
    drugClass: 'keras',
    unit: 'strip',
    price: 8000,
  })
  const id = await clinic.consult()
  const patient = await clinic.enterRoom(id)
  await inRoom(id, async (page) => {
    await write(page, 'Saya tulis resep')
    await mark(page, 'Saya tulis resep', 'Sampai').waitFor()
    await page.getByRole('button', { name: 'Akhiri' }).click()
    await page.getByRole('button', { name: 'Kembali' }).click()
    await field(page).waitFor()
    await page.getByRole('button', { name: 'Akhiri' }).click()
    await page.getByRole('button', { name: 'Ya, akhiri' }).click()
    await page.getByText('Konsultasi sudah berakhir. Percakapan tetap dapat dibaca.').waitFor()
    await expect
      .poll(() => patient.heard.filter(([name]) => name === 'consultation_status_update'))
      .not.toEqual([])

    await page.getByRole('textbox', { name: 'Ringkasan untuk pasien' }).fill('Radang tenggorokan.')
    await page.getByRole('button', { name: 'Simpan ringkasan' }).click()
    await toast(page, 'Ringkasan disimpan').waitFor()
    await page.getByText('Tersimpan', { exact: true }).waitFor()

    const search = page.getByRole('combobox', { name: 'Cari obat untuk resep' })
    await search.fill('tidak ada obat begini')
    await page.getByText('Tidak ada obat yang cocok.').waitFor()
    await search.fill('amoks')
    await page.getByRole('option', { name: /Amoksisilin/ }).waitFor()
    await search.press('Enter')
    await page.getByRole('button', { name: 'Terbitkan resep' }).click()
    await page.getByText('Isi jumlah dan aturan pakai setiap obat.').waitFor()
    const line = page.getByRole('group', { name: 'Amoksisilin 500 mg' })
    await line.getByRole('textbox', { name: 'Jumlah (strip)' }).fill('2')
    await line.getByRole('textbox', { name: 'Aturan pakai' }).fill('3 × 1 sesudah makan')
    // What is written is still there after a reload.
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Terbitkan resep' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('2 strip, 3 × 1 sesudah makan').waitFor()
    await dialog.getByRole('button', { name: 'Terbitkan resep' }).click()
    await page.getByText(/^Resep #\d+, berlaku sampai/).waitFor()
    expect(await search.count()).toBe(0)
  })
  const { docs } = await clinic.call<{ docs: { items: { obat: number; quantity: number }[] }[] }>(
    'GET',
    `/prescriptions?depth=0&where[consultation][equals]=${id}`,
    undefined,
    clinic.patient.token,
  )
  expect(docs.map(({ items }) => items.map((item) => [item.obat, item.quantity]))).toEqual([
    [[obat.id, 2]],
  ])
})

it('closes when its doctor signs out in another window', async () => {
  const id = await clinic.consult()
  await clinic.say(id, 'Hanya untuk dokter')
  const expectRefused = expect.arrayContaining([`GET /api/consultations/${id}/room 401`])
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, clinic.login)
    await open(page, roomPath(id))
    await said(page, 'Hanya untuk dokter').waitFor()
    const signOut = async () => (await fetch('/api/users/logout', { method: 'POST' })).status
    expect(await page.evaluate(signOut)).toBe(200)
    await page.getByText('Anda sudah keluar.').waitFor()
    expect(await page.getByText('Hanya untuk dokter').count()).toBe(0)
  })
})

it('is no room for anybody else, and none that is not there', async () => {
  const other = await clinic.makePerson('doctor', 'Dewi Lain', 'lain@example.test')
  const id = await clinic.consult()
  const expectRefused = [`GET /api/consultations/${id}/room 404`]
  await visit(
    { browser, url, expectRefused: expect.arrayContaining(expectRefused) },
    async (page) => {
      await enter(page, other)
      await open(page, roomPath(id))
      await page.getByText('Konsultasi tidak ditemukan.').waitFor()
    },
  )
})

describe.each(['light', 'dark'] as const)('in its %s look', (theme) => {
  it('keeps nobody out: room, end dialog, after the end; at a tablet’s width too', async () => {
    const id = await clinic.consult()
    await clinic.say(id, 'Dok, saya demam')
    await clinic.consult(-120)
    await inRoom(id, async (page) => {
      await wear(page, theme)
      await write(page, 'Sejak kapan?')
      await mark(page, 'Sejak kapan?', 'Terkirim').waitFor()
      await page.getByRole('button', { name: 'Jawaban siap pakai' }).click()
      expect(await graveFaults(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.setViewportSize({ width: 820, height: 1100 })
      await field(page).waitFor()
      const { scrollWidth, bottom } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        bottom: document.querySelector('textarea')?.getBoundingClientRect().bottom ?? Infinity,
      }))
      expect(scrollWidth).toBeLessThanOrEqual(820)
      expect(bottom).toBeLessThanOrEqual(1100)
      expect(await graveFaults(page)).toEqual([])

      await page.getByRole('button', { name: 'Akhiri' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await graveFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Ya, akhiri' }).click()
      await page.getByRole('textbox', { name: 'Ringkasan untuk pasien' }).waitFor()
      expect(await graveFaults(page)).toEqual([])
    })
  })
})

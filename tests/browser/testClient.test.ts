import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, visit } from '../support/browser'
import type { Demonstration } from './demonstration'
import { openDemonstration } from './demonstration'
import { enter, open } from './panel'

const PASSWORD = 'sehat-demo-2026'
const DOCTOR = { email: 'dokter@sehat.test', password: PASSWORD }
const SUMMARY = 'Infeksi saluran napas atas.'
const PATIENT = { email: 'pasien2@sehat.test', password: PASSWORD }

let browser: Browser
let server: Demonstration

beforeAll(async () => {
  browser = await openBrowser()
  server = await openDemonstration()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

type Order = { success: boolean; message: string; errors?: Record<string, string[]> }

/** What the patient's app does beside the chat. */
const patientsApp = async (page: Page) => {
  const { token } = (await (
    await page.request.post('/api/apotek/login', { data: PATIENT })
  ).json()) as { token: string }
  const headers = { Authorization: `Bearer ${token}` }
  return {
    order: async (obat: number, quantity: number) => {
      const data = {
        items: [{ obat_id: obat, quantity }],
        payment_method: 'bank_transfer',
        shipping_address: 'Jl. Melati 5',
      }
      const response = await page.request.post('/api/apotek/orders', { headers, data })
      return { status: response.status(), body: (await response.json()) as Order }
    },
    read: async <Body>(path: string): Promise<Body> =>
      (await page.request.get(`/api${path}`, { headers })).json() as Promise<Body>,
  }
}

/** Signs in on the test client, and pays for half an hour with a doctor. @returns the consultation */
const buy = async (page: Page): Promise<string> => {
  await open(page, '/test-client.html')
  await page.getByLabel('E-mail').fill(PATIENT.email)
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  const look = page.getByRole('button', { name: 'Lihat dokter' })
  await look.click()
  const doctor = page.getByRole('listitem').filter({ hasText: 'sedang praktik' }).first()
  await doctor.getByRole('button', { name: 'Bayar' }).click()
  const link = page.getByRole('link', { name: 'Buka halaman pembayaran' })
  const [gateway] = await Promise.all([page.waitForEvent('popup'), link.click()])
  await gateway.getByRole('button', { name: 'QRIS' }).click()
  await gateway.getByRole('button', { name: 'Bayar', exact: true }).click()
  await gateway.getByRole('status').filter({ hasText: 'Pembayaran berhasil' }).waitFor()
  await gateway.close()

  const opened = page.getByRole('listitem').filter({ hasText: '(berlangsung)' })
  // The gateway's notice opens it.
  const count = async (): Promise<number> => {
    await look.click()
    return opened.count()
  }
  await expect.poll(count).toBe(1)
  await opened.getByRole('button', { name: 'Pilih' }).click()
  return page.getByLabel('Nomor konsultasi').inputValue()
}

const says = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Pesan' }).fill(text)
  await page.getByRole('button', { name: 'Kirim' }).click()
}

const heard = (page: Page, text: string) =>
  page.getByRole('log').getByRole('listitem').filter({ hasText: text })

/** Summary, and a prescription of ten pieces of one obat. */
const writeAftermath = async (page: Page, obat: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Ringkasan untuk pasien' }).fill(SUMMARY)
  await page.getByRole('button', { name: 'Simpan ringkasan' }).click()
  await page.getByText('Tersimpan', { exact: true }).waitFor()
  const search = page.getByRole('combobox', { name: 'Cari obat untuk resep' })
  await search.fill(obat)
  await page.getByRole('option', { name: obat }).first().waitFor()
  await search.press('Enter')
  const line = page.getByRole('group', { name: obat })
  await line.getByRole('textbox', { name: /^Jumlah/ }).fill('10')
  await line.getByRole('textbox', { name: 'Aturan pakai' }).fill('3 × 1 sesudah makan')
  await page.getByRole('button', { name: 'Terbitkan resep' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan resep' }).click()
  await page.getByText(/^Resep #\d+, berlaku sampai/).waitFor()
}

it('a patient pays, both talk through a lost network, and a prescription is ordered', async () => {
  const gateway = new URL(server.midtransUrl)
  const elsewhere = [gateway.origin, `http://localhost:${gateway.port}`]
  await visit({ browser, url: server.url, elsewhere }, async (patient) => {
    const consultation = await buy(patient)
    const app = await patientsApp(patient)
    const obat = await app.read<{ docs: { id: number; name: string }[] }>(
      '/obat?where[drugClass][equals]=keras&limit=1&depth=0&sort=id',
    )
    const keras = obat.docs[0]!
    expect((await app.order(keras.id, 1)).status).toBe(400)

    await patient.getByRole('button', { name: 'Sambungkan' }).click()
    await patient.getByRole('status').filter({ hasText: 'Tersambung' }).waitFor()
    await patient.getByRole('button', { name: 'Gabung' }).click()
    await says(patient, 'Selamat pagi, Dok')

    await visit({ browser, url: server.url }, async (doctor) => {
      await enter(doctor, DOCTOR)
      await open(doctor, `/admin/konsultasi/${consultation}`)
      await heard(doctor, 'Selamat pagi, Dok').waitFor()
      const field = doctor.getByRole('textbox', { name: 'Tulis pesan' })
      const answer = async (text: string) => {
        await field.fill(text)
        await field.press('Enter')
      }
      await answer('Pagi, ada keluhan apa?')
      await heard(patient, 'Pagi, ada keluhan apa?').waitFor()

      // Both lose the network, write, and come back.
      await doctor.context().setOffline(true)
      await patient.getByRole('button', { name: 'Putuskan jaringan' }).click()
      await says(patient, 'Batuk sejak tiga hari')
      await answer('Apakah disertai demam?')
      await patient.getByRole('status').filter({ hasText: 'Tersambung' }).waitFor()
      await doctor.context().setOffline(false)
      await heard(doctor, 'Batuk sejak tiga hari').waitFor()
      await heard(patient, 'Apakah disertai demam?').waitFor()
      await says(patient, 'Ya, 38 derajat')
      await heard(doctor, 'Ya, 38 derajat').waitFor()

      const { data } = await app.read<{ data: { seq: number; content: string }[] }>(
        `/chats/consultation/${consultation}/messages`,
      )
      expect(data.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
      expect(new Set(data.map(({ content }) => content)).size).toBe(5)

      await doctor.getByRole('button', { name: 'Akhiri' }).click()
      await doctor.getByRole('button', { name: 'Ya, akhiri' }).click()
      await patient.getByText('Status: Selesai').waitFor()
      await writeAftermath(doctor, keras.name)
    })

    const { summary } = await app.read<{ summary: string }>(`/consultations/${consultation}`)
    expect(summary).toBe(SUMMARY)
    expect((await app.order(keras.id, 11)).status).toBe(400)
    expect((await app.order(keras.id, 10)).status).toBe(201)
    expect((await app.order(keras.id, 1)).status).toBe(400)
  })
})

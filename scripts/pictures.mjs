/**
 * Makes the README's pictures of the panel from a fresh demonstration that is running:
 * `node scripts/pictures.mjs http://localhost:3000`. It sells nothing, and confirms nothing; a patient pays
 * for one consultation, at the local Midtrans.
 */
import { mkdir } from 'node:fs/promises'

import { chromium } from 'playwright-core'
import sharp from 'sharp'

import { ensureChromium } from './lib/chromium.mjs'
import { inProject } from './lib/project.mjs'

const WIDTH = 1280
const [, , address = 'http://localhost:3000'] = process.argv

const PASSWORD = 'sehat-demo-2026'
const CASHIER = { email: 'kasir@sehat.test', password: PASSWORD }
const DOCTOR = { email: 'dokter@sehat.test', password: PASSWORD }
const PATIENT = { email: 'pasien@sehat.test', password: PASSWORD }

/** Somebody's way to the API. */
const apiOf = async (person) => {
  const call = async (method, path, body, token) => {
    const answer = await fetch(`${address}/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { token } = await call('POST', '/apotek/login', person)
  return (method, path, body) => call(method, path, body, token)
}

/** The order that states less than it costs. */
const showAlarm = async (page) => {
  await page.getByRole('option', { name: 'Nominal berbeda' }).click()
  await page.getByRole('alert').filter({ hasText: 'Nominal berbeda' }).waitFor()
  await page.getByRole('img', { name: 'Bukti pembayaran' }).waitFor()
}

/** A sale just before it is paid. */
const fillBasket = async (page) => {
  const search = page.getByRole('combobox')
  for (const code of ['OBT-0001', 'OBT-0001', 'OBT-0002', 'OBT-0042']) {
    await search.fill(code)
    await search.press('Enter')
  }
  await page.getByRole('row', { name: /klorfeniramin/ }).waitFor()
  await page.getByRole('textbox', { name: 'Uang diterima' }).fill('50000')
}

/** Pays at the local Midtrans, as a patient does. */
const pay = async (page, url) => {
  const gateway = await page.context().newPage()
  await gateway.goto(url)
  await gateway.getByRole('button', { name: 'QRIS' }).click()
  await gateway.getByRole('button', { name: 'Bayar', exact: true }).click()
  await gateway.getByRole('status').filter({ hasText: 'Pembayaran berhasil' }).waitFor()
  await gateway.close()
}

const TALK = [
  ['patient', 'Selamat siang Dok. Sejak kemarin malam saya demam dan tenggorokan sakit.'],
  ['doctor', 'Selamat siang. Suhunya berapa, dan apakah ada batuk atau sesak?'],
  ['patient', '38,4 derajat. Batuk sedikit, tidak berdahak, tidak sesak.'],
  ['doctor', 'Baik. Apakah ada alergi obat?'],
  ['patient', 'Tidak ada, Dok.'],
]

/** A patient who has paid, and talks with the doctor. */
const openTalk = async (page) => {
  const doctor = await apiOf(DOCTOR)
  const patient = await apiOf(PATIENT)
  const rooms = () => doctor('GET', '/consultations/rooms')
  const { doctor: self } = await rooms()
  const { data } = await patient('POST', '/payments', { doctor_id: self.id })
  await pay(page, data.redirect_url)
  const room = page.getByRole('link', { name: /sisa \d/ }).first()
  await room.waitFor()
  const [{ id }] = (await rooms()).waiting
  for (const [who, content] of TALK) {
    const say = who === 'doctor' ? doctor : patient
    await say('POST', '/chats/messages', { consultation_id: id, content })
  }
  await room.click()
  await page.getByRole('log').getByText('Tidak ada, Dok.').waitFor()
  await page.getByText('Tersambung', { exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Tulis pesan' }).fill('Baik, saya tuliskan resepnya.')
}

const PICTURES = [
  { name: 'panel-desk', path: '/admin', height: 910, prepare: showAlarm },
  { name: 'panel-counter', path: '/admin/counter', height: 610, prepare: fillBasket },
  { name: 'panel-room', as: DOCTOR, path: '/admin', height: 720, prepare: openTalk },
]

const signIn = async (page, { email, password }) => {
  await page.goto('/admin', { waitUntil: 'networkidle' })
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/admin')
}

const take = async (page, { name, path, height, prepare }) => {
  await page.setViewportSize({ width: WIDTH, height })
  await page.goto(path, { waitUntil: 'networkidle' })
  const isOpen = (await page.locator('.nav--nav-open').count()) > 0
  if (!isOpen) await page.locator('.template-default__nav-toggler').click()
  await prepare(page)
  await page.mouse.move(0, 0)
  const picture = await page.screenshot({ animations: 'disabled' })
  const file = inProject(`docs/pictures/${name}.png`)
  const { size } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(file)
  console.log(`${file}: ${Math.round(size / 1024)} KB`)
}

await mkdir(inProject('docs/pictures'), { recursive: true })
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  for (const person of [CASHIER, DOCTOR]) {
    const context = await browser.newContext({ baseURL: address, locale: 'id-ID' })
    const page = await context.newPage()
    await signIn(page, person)
    const theirs = PICTURES.filter(({ as = CASHIER }) => as === person)
    for (const picture of theirs) await take(page, picture)
    await context.close()
  }
} finally {
  await browser.close()
}

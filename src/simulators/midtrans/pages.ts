import { html } from 'hono/html'

import { toGmt7 } from './clock'
import { isRefundable, offered } from './methods'
import type { Charge, Order, Status } from './types'

type Markup = ReturnType<typeof html>

const rupiah = (amount: number): string => `Rp ${String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.')}`

const STATES: Record<Status, [tone: string, text: string]> = {
  pending: ['waiting', 'Menunggu pembayaran'],
  authorize: ['waiting', 'Diotorisasi'],
  capture: ['good', 'Pembayaran berhasil'],
  settlement: ['good', 'Pembayaran berhasil'],
  deny: ['bad', 'Pembayaran ditolak'],
  failure: ['bad', 'Pembayaran gagal'],
  cancel: ['bad', 'Pembayaran dibatalkan'],
  expire: ['bad', 'Pembayaran kedaluwarsa'],
  refund: ['waiting', 'Dana dikembalikan'],
  partial_refund: ['waiting', 'Sebagian dana dikembalikan'],
  chargeback: ['bad', 'Pembayaran disanggah (chargeback)'],
  partial_chargeback: ['bad', 'Sebagian pembayaran disanggah'],
}

const layout = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulator Midtrans</title>
        <link rel="stylesheet" href="/simulator.css" />
      </head>
      <body>
        <header>
          <strong>Simulator Midtrans</strong>
          <span>Tidak ada uang sungguhan yang berpindah.</span>
        </header>
        <main>${content}</main>
      </body>
    </html>`

const summary = (order: Order): Markup =>
  html`<section class="card">
    <p class="label">Total pembayaran</p>
    <h1>${rupiah(order.charge?.amount ?? order.amount)}</h1>
    <p class="id">Order ID <code>${order.orderId}</code></p>
    ${
      order.items.length === 0
        ? ''
        : html`<ul class="items">
            ${order.items.map(
              ({ name, price, quantity }) =>
                html`<li>
                  <span>${name}${quantity > 1 ? ` × ${quantity}` : ''}</span>
                  <span>${price < 0 ? '−' : ''}${rupiah(Math.abs(price * quantity))}</span>
                </li>`,
            )}
          </ul>`
    }
  </section>`

const fact = (name: string, value: unknown): Markup | string =>
  typeof value === 'string'
    ? html`<div>
        <dt>${name}</dt>
        <dd><code>${value}</code></dd>
      </div>`
    : ''

const METHOD_NAMES: Record<string, string> = {
  bank_transfer: 'Transfer virtual account',
  echannel: 'Mandiri Bill Payment',
  gopay: 'GoPay',
  shopeepay: 'ShopeePay',
  qris: 'QRIS',
  credit_card: 'Kartu kredit',
  cstore: 'Indomaret',
}

const numberOf = (extras: Charge['extras']): { bank: string; va_number: string } | undefined =>
  (extras.va_numbers as { bank: string; va_number: string }[] | undefined)?.[0]

const instructions = ({ paymentType, extras, transactionId, expiresAt, status }: Charge): Markup =>
  html`<dl>
      ${fact('Metode', METHOD_NAMES[paymentType] ?? paymentType)}
      ${fact('Bank', numberOf(extras)?.bank.toUpperCase())}
      ${fact('Nomor virtual account', numberOf(extras)?.va_number ?? extras.permata_va_number)}
      ${fact('Kode perusahaan', extras.biller_code)} ${fact('Kode pembayaran', extras.bill_key)}
      ${fact('Kode bayar', extras.payment_code)}
      ${status === 'pending' ? fact('Bayar sebelum', `${toGmt7(expiresAt)} WIB`) : ''}
    </dl>
    ${
      status === 'pending' && (paymentType === 'qris' || paymentType === 'gopay')
        ? html`<img
            class="qr"
            src="/v2/${paymentType}/${transactionId}/qr-code"
            alt="Kode QR pembayaran"
            width="220"
            height="220"
          />`
        : ''
    }`

type Button = { action: string; text: string; kind?: 'main' | 'danger' }

const buttonsOf = (charge: Charge): Button[] => {
  const { status, paymentType, fraudStatus } = charge
  const isCard = paymentType === 'credit_card'
  switch (status) {
    case 'pending':
      return [
        { action: 'pay', text: 'Bayar', kind: 'main' },
        ...(isCard ? [{ action: 'challenge', text: 'Bayar, perlu ditinjau' }] : []),
        { action: 'deny', text: 'Tolak pembayaran', kind: 'danger' },
        { action: 'expire', text: 'Jadikan kedaluwarsa', kind: 'danger' },
      ]
    case 'capture':
      return fraudStatus === 'challenge'
        ? []
        : [{ action: 'settle', text: 'Selesaikan (settlement)', kind: 'main' }]
    case 'settlement':
    case 'partial_refund':
      return isRefundable(charge)
        ? [{ action: 'refund', text: 'Kembalikan dana', kind: 'danger' }]
        : []
    default:
      return []
  }
}

const actions = (charge: Charge, path: string): Markup | string => {
  const buttons = buttonsOf(charge)
  if (buttons.length === 0) return ''
  return html`<form class="actions" method="post" action="${path}/act">
    ${buttons.map(
      ({ action, text, kind = 'plain' }) =>
        html`<button class="${kind}" name="action" value="${action}">${text}</button>`,
    )}
  </form>`
}

const state = ({ status, fraudStatus }: Charge): Markup => {
  const [tone, text] =
    status === 'capture' && fraudStatus === 'challenge'
      ? ['waiting', 'Pembayaran sedang ditinjau']
      : STATES[status]
  return html`<p class="state ${tone}" role="status" data-status="${status}">${text}</p>`
}

const back = (finish: string | null, charge: Charge): Markup | string =>
  finish === null || charge.status === 'pending'
    ? ''
    : html`<a class="main button" href="${finish}">Kembali ke toko</a>`

const choices = (order: Order, path: string): Markup =>
  html`<section class="card">
    <h2>Pilih metode pembayaran</h2>
    <form class="choices" method="post" action="${path}/choose">
      ${offered(order).map(
        ({ name, label }) =>
          html`<button name="payment" value="${name}">
            ${label}<span aria-hidden="true">›</span>
          </button>`,
      )}
    </form>
  </section>`

type Paying = {
  order: Order
  /** Under which the forms of the page are answered. */
  path: string
  /** The way back to the shop, with what became of the payment. */
  finish: string | null
  isOver: boolean
}

/** Whether the page still lets choose: before a choice, and after a refusal. */
const mayChoose = ({ order, isOver }: Paying): boolean =>
  order.kind === 'snap' && !isOver && (!order.charge || order.charge.status === 'deny')

/** The page on which somebody pays. */
export const payingPage = (paying: Paying): Markup => {
  const { order, path, finish, isOver } = paying
  const { charge } = order
  const card = charge
    ? html`<section class="card">
        ${state(charge)} ${instructions(charge)} ${actions(charge, path)} ${back(finish, charge)}
      </section>`
    : ''
  const over =
    isOver && !charge
      ? html`<section class="card">
          <p class="state bad" role="status" data-status="page-expired">
            Halaman pembayaran kedaluwarsa
          </p>
        </section>`
      : ''
  const change =
    order.kind === 'snap' && charge?.status === 'pending' && !isOver
      ? html`<details class="card">
          <summary>Ganti metode pembayaran</summary>
          ${choices(order, path)}
        </details>`
      : ''
  return layout(
    'Pembayaran',
    html`${summary(order)} ${card} ${over} ${mayChoose(paying) ? choices(order, path) : change}`,
  )
}

/** Everything that is held, for people. */
export const indexPage = (orders: Order[], payUrl: (order: Order) => string): Markup =>
  layout(
    'Transaksi',
    html`<section class="card wide">
      <h1>Transaksi</h1>
      ${
        orders.length === 0
          ? html`<p>Belum ada transaksi.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Order ID</th>
                  <th scope="col">Pelanggan</th>
                  <th scope="col">Jumlah</th>
                  <th scope="col">Status</th>
                </tr>
              </thead>
              <tbody>
                ${orders.map(
                  (order) =>
                    html`<tr>
                      <td><a href="${payUrl(order)}">${order.orderId}</a></td>
                      <td>${order.customer}</td>
                      <td>${rupiah(order.charge?.amount ?? order.amount)}</td>
                      <td>
                        ${order.charge ? STATES[order.charge.status][1] : 'Belum memilih metode'}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      <p class="id">Sebagai JSON: <a href="/simulator">/simulator</a></p>
    </section>`,
  )

export const refusalPage = (message: string): Markup =>
  layout(
    'Tidak bisa',
    html`<section class="card"><p class="state bad" role="status">${message}</p></section>`,
  )

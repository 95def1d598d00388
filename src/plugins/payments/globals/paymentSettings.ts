import type { GlobalConfig } from 'payload'

import { paymentSettings as access } from '../access'
import { PAYMENTS_GROUP } from '../collections/group'
import { CHANNEL_NAMES, CHANNELS, LATE_MONEY } from '../constants'
import { LATE_MONEY_LABELS } from '../words'

/** What admins decide about payments. */
export const paymentSettings: GlobalConfig = {
  slug: 'payment-settings',
  label: { en: 'Payment settings', id: 'Pengaturan pembayaran' },
  admin: { group: PAYMENTS_GROUP },
  access,
  versions: false,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'bankName', type: 'text', label: { en: 'Bank', id: 'Bank' }, maxLength: 100 },
        {
          name: 'accountNumber',
          type: 'text',
          label: { en: 'Account number', id: 'Nomor rekening' },
          maxLength: 50,
        },
        {
          name: 'accountName',
          type: 'text',
          label: { en: 'Account holder', id: 'Nama pemilik rekening' },
          maxLength: 100,
        },
      ],
    },
    {
      name: 'channels',
      type: 'select',
      label: { en: 'Channels that are offered', id: 'Kanal yang ditawarkan' },
      hasMany: true,
      required: true,
      defaultValue: [...CHANNELS],
      options: CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value] })),
    },
    {
      name: 'lateMoney',
      type: 'select',
      label: {
        en: 'Money that comes after a payment has expired',
        id: 'Uang yang datang setelah pembayaran kedaluwarsa',
      },
      required: true,
      defaultValue: 'apply',
      options: LATE_MONEY.map((value) => ({ value, label: LATE_MONEY_LABELS[value] })),
    },
  ],
}

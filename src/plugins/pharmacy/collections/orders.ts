import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, RUPIAH } from '@/lib/fields'
import { idempotentCreate } from '@/lib/idempotentCreate'

import { orders as access } from '../access'
import { counterSaleEndpoint } from '../endpoints/counterSale'
import { deskEndpoint } from '../endpoints/desk'
import { orderPapers } from '../endpoints/orderPapers'
import { orderTransitions } from '../endpoints/orderTransitions'
import { salesEndpoint } from '../endpoints/sales'
import { checkBuyer } from '../hooks/checkBuyer'
import { checkCashReceived } from '../hooks/checkCashReceived'
import { drawOnPrescription } from '../hooks/drawOnPrescription'
import { freezePrices } from '../hooks/freezePrices'
import { giveMoneyBack } from '../hooks/giveMoneyBack'
import { returnStock } from '../hooks/returnStock'
import { returnToPrescription } from '../hooks/returnToPrescription'
import { setPaymentStatus } from '../hooks/setPaymentStatus'
import { takeMoney } from '../hooks/takeMoney'
import { takeStock } from '../hooks/takeStock'
import { tellDesk } from '../hooks/tellDesk'
import type { PharmacyOptions } from '../index'
import { isNewOrHas } from './fields'
import { PHARMACY_GROUP } from './group'
import { orderItems, orderPayment, orderPrescription } from './orderFields'
import { orderState } from './orderState'

/**
 * Orders of obat, from the shop and from the counter. What a client may send: items (obat, quantity),
 * shippingAddress, paymentMethod, paymentDetails, prescription; staff also user, customerName, customerPhone,
 * cashReceived and prescriptionSeen. Everything else is set here, and later by named operations only.
 */
export const orders = (options: PharmacyOptions): CollectionConfig => ({
  slug: 'orders',
  labels: { singular: { en: 'Order', id: 'Order' }, plural: { en: 'Orders', id: 'Order' } },
  admin: {
    useAsTitle: 'id',
    defaultColumns: [
      'id',
      'customerName',
      'totalPrice',
      'status',
      'paymentStatus',
      'paymentMethod',
      'createdAt',
    ],
    listSearchableFields: ['id', 'customerName', 'customerPhone'],
    group: PHARMACY_GROUP,
    description: {
      en: 'Sales at the counter, and what patients have ordered. A sale made here is paid at once.',
      id: 'Penjualan di konter dan pesanan pasien. Order yang dibuat di sini langsung dibayar.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      label: { en: 'Account', id: 'Akun pembeli' },
      relationTo: 'users',
      index: true,
      filterOptions: { role: { equals: 'patient' } },
      validate: () => true as const,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'customerName',
          type: 'text',
          label: { en: 'Customer', id: 'Nama pembeli' },
          admin: { condition: isNewOrHas('customerName') },
          maxLength: 255,
        },
        {
          name: 'customerPhone',
          type: 'text',
          label: { en: 'Phone', id: 'Telepon' },
          admin: { condition: isNewOrHas('customerPhone') },
          maxLength: 32,
        },
      ],
    },
    orderItems,
    {
      name: 'totalPrice',
      type: 'number',
      label: { en: 'Total (Rp)', id: 'Total (Rp)' },
      access: serverOnly,
      admin: { readOnly: true, condition: isSaved, components: RUPIAH },
    },
    {
      name: 'shippingAddress',
      type: 'textarea',
      label: { en: 'Delivery address', id: 'Alamat pengiriman' },
      admin: { condition: isNewOrHas('shippingAddress') },
      maxLength: 1000,
    },
    ...orderPrescription,
    ...orderPayment,
    ...orderState,
  ],
  endpoints: [
    idempotentCreate('orders'),
    deskEndpoint(options),
    salesEndpoint,
    counterSaleEndpoint,
    ...orderTransitions,
    ...orderPapers,
  ],
  hooks: {
    beforeValidate: [checkBuyer, freezePrices, setPaymentStatus(options), checkCashReceived],
    // Obat before prescriptions before shifts, in every transaction: see payments' desk.
    afterChange: [
      takeStock,
      drawOnPrescription,
      returnStock,
      returnToPrescription,
      takeMoney,
      giveMoneyBack,
      tellDesk,
    ],
  },
})

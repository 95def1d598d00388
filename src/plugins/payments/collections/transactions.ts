import type { CollectionConfig } from 'payload'

import { setUuid } from '@/lib/uuid'

import { TRANSACTION_COMPONENTS } from '../admin/transactions/parts'
import { transactions as access } from '../access'
import { refundEndpoint } from '../endpoints/refundTransaction'
import { reviewEndpoints } from '../endpoints/reviewPayment'
import { transactionEndpoints } from '../endpoints/syncTransaction'
import { transactionReports } from '../endpoints/transactionReports'
import { clearPaidAt } from '../hooks/clearPaidAt'
import { flagRefundDue } from '../hooks/flagRefundDue'
import { recordEvent } from '../hooks/recordEvent'
import { releaseHold } from '../hooks/releaseHold'
import { revokePayable } from '../hooks/revokePayable'
import { settlePayable } from '../hooks/settlePayable'
import { tellPayer } from '../hooks/tellPayer'
import { tellStaff } from '../hooks/tellStaff'
import { PAYMENTS_GROUP } from './group'
import { transactionFields } from './transactionFields'

/**
 * Money asked of a user through the gateway, whatever it pays for. Written by operations only; item,
 * price and buyer are plain columns that outlive what they speak of. Each attempt to pay has a row in
 * `payment_attempts` (sql.ts); the newest one's facts stand here.
 */
export const transactions: CollectionConfig = {
  slug: 'transactions',
  labels: {
    singular: { en: 'Transaction', id: 'Transaksi' },
    plural: { en: 'Transactions', id: 'Transaksi' },
  },
  admin: {
    useAsTitle: 'invoiceNumber',
    defaultColumns: [
      'invoiceNumber',
      'type',
      'itemTitle',
      'user',
      'amount',
      'paymentMethod',
      'status',
      'createdAt',
    ],
    listSearchableFields: ['invoiceNumber', 'itemTitle', 'couponCode', 'gatewayOrderId'],
    group: PAYMENTS_GROUP,
    components: { beforeListTable: [TRANSACTION_COMPONENTS.summary] },
    description: {
      en: 'Every payment that was asked for through the payment gateway, and what became of it.',
      id: 'Setiap pembayaran yang diminta lewat payment gateway, dan nasibnya.',
    },
  },
  access,
  defaultSort: '-createdAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: transactionFields,
  endpoints: [...transactionReports, ...transactionEndpoints, refundEndpoint, ...reviewEndpoints],
  hooks: {
    beforeValidate: [setUuid],
    beforeChange: [settlePayable, clearPaidAt, flagRefundDue],
    afterChange: [releaseHold, revokePayable, recordEvent, tellPayer, tellStaff],
  },
}

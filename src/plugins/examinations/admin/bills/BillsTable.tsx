'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'

import { showDay } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'
import table from '@/lib/panel/Table.module.css'
import type { Pemeriksaan } from '@/payload-types'

import { billNumber } from '../../constants'
import type { Payable } from '../bill/TakePayment'
import { useWords } from '../useWords'
import styles from './Bills.module.css'

const payableOf = ({ id, number, patient, total }: Pemeriksaan): Payable => ({
  id,
  number: number ?? 0,
  total,
  patient: typeof patient === 'object' ? (patient?.name ?? null) : null,
})

type Props = { bills: Pemeriksaan[]; onTake: (bill: Payable) => void }

export const BillsTable = ({ bills, onTake }: Props) => {
  const { config } = useConfig()
  const words = useWords()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <div className={table.frame}>
      <table aria-label={words.title} className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.patient}</th>
            <th scope="col">{words.date}</th>
            <th className={table.number} scope="col">
              {words.total}
            </th>
            <th aria-label={words.take} scope="col" />
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => {
            const payable = payableOf(bill)
            const number = billNumber(payable.number)
            return (
              <tr key={bill.id}>
                <td>
                  <Link href={`${config.routes.admin}/collections/pemeriksaan/${bill.id}`}>
                    {number}
                  </Link>
                </td>
                <td>{payable.patient ?? '–'}</td>
                <td>{showDay(bill.date, zone)}</td>
                <td className={table.number}>{showRupiah(bill.total)}</td>
                <td className={styles.act}>
                  <Button
                    aria-label={words.takeOf(number)}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => onTake(payable)}
                    size="small"
                  >
                    {words.take}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

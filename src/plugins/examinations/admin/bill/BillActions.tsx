'use client'

import {
  Button,
  toast,
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { isDesk } from '@/access'
import type { Transaction } from '@/payload-types'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { BILLS_CHANGED } from '../../constants'
import { useBillChange } from '../useBillChange'
import { useWords } from '../useWords'
import styles from './Bill.module.css'
import { GiveBack } from './GiveBack'
import { PatientLink } from './PatientLink'
import { TakePayment } from './TakePayment'

type State = 'unpaid' | 'paid' | 'refunded'

/** What the form holds of the bill; the server sets all of it. */
const useBill = () => {
  const { id } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const valueOf = (name: string): unknown => fields[name]?.value
  const state: State = valueOf('refundedAt') ? 'refunded' : valueOf('paidAt') ? 'paid' : 'unpaid'
  return {
    id: String(id ?? ''),
    number: Number(valueOf('number') ?? 0),
    /** As it was saved: what is typed meanwhile is not owed yet. */
    total: Number(fields.total?.initialValue ?? valueOf('total') ?? 0),
    isByDesk: Boolean(valueOf('paidBy')),
    state,
  }
}

/** What is being paid online now; only the desk may look. */
const Charge = ({ id, end }: { id: string; end: () => Promise<void> }) => {
  const { config } = useConfig()
  const words = useWords()
  const search = new URLSearchParams({
    'where[and][0][itemId][equals]': id,
    'where[and][1][status][equals]': 'PENDING',
    depth: '0',
    limit: '1',
  })
  const path = `${config.routes.api}/transactions?${search.toString()}`
  const { body, reload } = useLive<{ docs: Transaction[] }>(path, BILLS_CHANGED)
  const [live] = body?.docs ?? []
  if (!live) return null
  return (
    <>
      <p className={styles.note}>{words.payingOnline(live.invoiceNumber)}</p>
      <Button buttonStyle="secondary" margin={false} onClick={() => void end().then(reload)}>
        {words.end}
      </Button>
    </>
  )
}

const Papers = ({ id }: { id: string }) => {
  const { config } = useConfig()
  const words = useWords()
  const path = `${config.routes.api}/pemeriksaan/${id}`
  return (
    <>
      <Button buttonStyle="secondary" el="anchor" margin={false} newTab url={`${path}/receipt`}>
        {words.receipt}
      </Button>
      <Button buttonStyle="secondary" el="anchor" margin={false} newTab url={`${path}/invoice`}>
        {words.invoice}
      </Button>
    </>
  )
}

/** The named operations of a bill, on its page; the server decides, and its refusals are shown. */
export const BillActions = () => {
  const bill = useBill()
  const { user } = useAuth()
  const words = useWords()
  const router = useRouter()
  const { change } = useBillChange()
  const [asking, setAsking] = useState<'take' | 'giveBack' | null>(null)
  const { id, isByDesk, state } = bill
  if (!id) return null

  const atDesk = isDesk({ user: user as never })
  const close = () => setAsking(null)
  const end = async (): Promise<void> => {
    const called = await change(id, 'end-charge')
    if (!called) return
    if (called.isDone) toast.success(words.ended)
    else toast.error(called.refusal)
    router.refresh()
  }
  return (
    <div className={`field-type ${styles.bill}`}>
      <p className={styles.state} data-state={state} role="status">
        {words[state]}
      </p>
      <div className={styles.actions}>
        {state === 'unpaid' && atDesk && (
          <>
            <Button margin={false} onClick={() => setAsking('take')}>
              {words.take}
            </Button>
            <Charge end={end} id={id} />
          </>
        )}
        {state === 'unpaid' && !atDesk && (
          <Button buttonStyle="secondary" margin={false} onClick={() => void end()}>
            {words.end}
          </Button>
        )}
        <Papers id={id} />
        {state === 'paid' && isByDesk && user?.role === 'admin' && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setAsking('giveBack')}>
            {words.giveBack}
          </Button>
        )}
      </div>
      {state === 'unpaid' && <PatientLink id={id} />}
      {asking === 'take' && (
        <TakePayment
          bill={{ ...bill, patient: null }}
          onClose={close}
          onDone={() => router.refresh()}
        />
      )}
      {asking === 'giveBack' && (
        <GiveBack {...bill} onClose={close} onDone={() => router.refresh()} />
      )}
    </div>
  )
}

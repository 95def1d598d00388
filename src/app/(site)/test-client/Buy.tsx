'use client'

import { useState } from 'react'

import type { Answer, Doctor, Status } from './api'
import { callApi, STATUS } from './api'
import styles from './testClient.module.css'

type Consultation = { id: number; status: Status['status'] }
type Props = { token: string; choose: (id: string) => void }

const RUPIAH = new Intl.NumberFormat('id-ID', {
  style: 'currency',
  currency: 'IDR',
  maximumFractionDigits: 0,
})

/** Contract endpoints say `message`, generated ones a list of `errors`. */
const refusalOf = ({ message, errors }: Answer): string =>
  message ?? (Array.isArray(errors) ? (errors as Answer[])[0]?.message : undefined) ?? 'Gagal.'

/** The doctors, a payment, and the consultations that one has: what leads to a number to join. */
export const Buy = ({ token, choose }: Props) => {
  const [doctors, setDoctors] = useState<Doctor[]>([])
  const [own, setOwn] = useState<Consultation[]>([])
  const [page, setPage] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  const look = async (): Promise<void> => {
    const listed = await callApi('/doctors?depth=0&limit=20', token)
    const mine = await callApi('/consultations?depth=0&limit=10&select[status]=true', token)
    setRefusal(listed.docs && mine.docs ? null : refusalOf(listed.docs ? mine : listed))
    setDoctors((listed.docs as Doctor[] | undefined) ?? [])
    setOwn((mine.docs as Consultation[] | undefined) ?? [])
  }
  const buy = async (doctor: number): Promise<void> => {
    const answer = await callApi('/payments', token, { doctor_id: doctor })
    const data = answer.data as { redirect_url?: string | null } | undefined
    setPage(data?.redirect_url ?? null)
    setRefusal(data ? null : refusalOf(answer))
  }

  return (
    <div>
      <button type="button" disabled={!token} onClick={() => void look()}>
        Lihat dokter dan konsultasi saya
      </button>
      <ul className={styles.choices}>
        {doctors.map(({ id, name, fee, onDuty }) => (
          <li key={id}>
            {name} ({RUPIAH.format(fee)}, {onDuty ? 'sedang praktik' : 'tidak praktik'}){' '}
            <button type="button" onClick={() => void buy(id)}>
              Bayar
            </button>
          </li>
        ))}
        {own.map(({ id, status }) => (
          <li key={`own-${id}`}>
            Konsultasi {id} ({STATUS[status].toLowerCase()}){' '}
            <button type="button" onClick={() => choose(String(id))}>
              Pilih
            </button>
          </li>
        ))}
      </ul>
      {page && (
        <p>
          <a href={page} target="_blank" rel="noreferrer">
            Buka halaman pembayaran
          </a>
          , lalu lihat lagi konsultasi saya.
        </p>
      )}
      {refusal && <p role="alert">{refusal}</p>}
    </div>
  )
}

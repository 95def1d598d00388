import type { PublicCard } from '@/lib/publicCard'

import site from '../../page.module.css'
import { PayButton } from './PayButton'

type Props = {
  payment: NonNullable<PublicCard['payment']>
  /** Where whoever signs in comes back to. */
  page: string
  /** Of who is signed in. */
  role: string | null
}

/** The way to pay for what a page is about: patients pay, whoever is not signed in does that first. */
export const Payment = ({ payment: { label, body }, page, role }: Props) => {
  if (role === 'patient') return <PayButton label={label} body={body} />
  if (role !== null) return null
  return (
    <p className={site.actions}>
      <a
        className={`${site.button} ${site.primary}`}
        href={`/masuk?lanjut=${encodeURIComponent(page)}`}
      >
        Masuk untuk {label.toLowerCase()}
      </a>
    </p>
  )
}

import { notFound } from 'next/navigation'

import styles from '../../page.module.css'
import { isGenuine } from './papers'

/** Asked for each time: a document that is gone is not genuine any more. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Keaslian dokumen', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }> }

/** What the QR code on a receipt or an invoice opens. It shows nothing of what the paper is about. */
const Genuine = async ({ params }: Props) => {
  const { token } = await params
  if (!(await isGenuine(token))) notFound()
  return (
    <main className={styles.plain}>
      <h1 className={styles.title}>Dokumen ini asli</h1>
      <p className={styles.lead}>Diterbitkan oleh Sehat.</p>
      <p lang="en">This document is genuine. It was issued by Sehat.</p>
    </main>
  )
}

export default Genuine

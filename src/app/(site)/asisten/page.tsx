import { notFound } from 'next/navigation'

import { readVisitor } from '../visitor'
import { readAbout } from './about'
import { Assistant } from './Assistant'
import styles from './asisten.module.css'

/** Who is signed in, and whether the assistant answers, is known when the page is asked for. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Asisten AI' }

/** The contract's Chatbot (clinic.md): a talk with the assistant, word by word. */
const AssistantPage = async () => {
  const visitor = await readVisitor()
  const about = await readAbout(visitor)
  if (!about) notFound()
  const { user } = visitor
  return (
    <main className={styles.page}>
      <noscript>
        <p className={styles.notice}>
          Asisten menjawab kata demi kata, dan untuk itu perlu JavaScript. Aktifkan JavaScript di
          peramban Anda, lalu muat ulang halaman ini.
        </p>
      </noscript>
      <Assistant {...about} user={user ? { id: user.id, name: user.name } : null} />
    </main>
  )
}

export default AssistantPage

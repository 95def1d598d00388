import type { ReactNode } from 'react'

import { readVisitor } from '../visitor'
import { destinations } from './destinations'
import styles from './frame.module.css'

type Props = { children: ReactNode; current?: string }

/** What surrounds the pages for readers: where they are, and where else they can go. The address that is open now is marked. */
export const Frame = async ({ children, current }: Props) => {
  const { payload } = await readVisitor()
  return (
    <>
      <a className={styles.skip} href="#isi">
        Langsung ke isi
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href="/">
          Sehat
        </a>
        <nav className={styles.nav} aria-label="Utama">
          {destinations(payload).map(({ href, label }) => (
            <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      <main id="isi" className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>
          Informasi di halaman ini bersifat umum dan tidak menggantikan pemeriksaan dokter. Dalam
          keadaan darurat, hubungi <a href="tel:119">119</a>.
        </p>
      </footer>
    </>
  )
}

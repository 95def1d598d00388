import styles from './page.module.css'

const NotFound = () => (
  <main className={styles.plain}>
    <h1 className={styles.title}>Halaman tidak ditemukan</h1>
    <a className={styles.button} href="/">
      Ke halaman depan
    </a>
  </main>
)

export default NotFound

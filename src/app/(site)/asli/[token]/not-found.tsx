import styles from '../../page.module.css'

const Unknown = () => (
  <main className={styles.plain}>
    <h1 className={styles.title}>Dokumen tidak dikenal</h1>
    <p className={styles.lead}>Sehat tidak menerbitkan dokumen dengan kode ini.</p>
    <p lang="en">This document is unknown. It was not issued by Sehat.</p>
  </main>
)

export default Unknown

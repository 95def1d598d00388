import styles from './asisten.module.css'

const NOT_SIGNED_IN = 'Silakan masuk untuk bertanya kepada asisten.'
const UNAUTHENTICATED = 401

/** Instead of the field: why nothing can be asked. */
export const Refused = ({ status, message }: { status: number; message: string }) => (
  <div className={styles.notice} role="note">
    <p>{status === UNAUTHENTICATED ? NOT_SIGNED_IN : message}</p>
    {status === UNAUTHENTICATED && (
      <a className={styles.send} href="/masuk?lanjut=/asisten">
        Masuk
      </a>
    )}
  </div>
)

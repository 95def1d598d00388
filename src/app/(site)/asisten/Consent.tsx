'use client'

import styles from './asisten.module.css'

type Props = {
  isGiven: boolean
  isDisabled: boolean
  set: (agreed: boolean) => Promise<void>
}

/** Nothing is kept without it; taken back, what was kept of this talk is deleted. */
export const Consent = ({ isGiven, isDisabled, set }: Props) => (
  <div className={styles.consent}>
    <label>
      <input
        aria-describedby="consent-hint"
        checked={isGiven}
        disabled={isDisabled}
        onChange={({ target }) => void set(target.checked)}
        type="checkbox"
      />
      Simpan percakapan ini
    </label>
    <span className={styles.quiet} id="consent-hint">
      Hanya Anda yang dapat membacanya. Hilangkan centang untuk menghapusnya.
    </span>
  </div>
)

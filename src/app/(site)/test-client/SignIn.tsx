'use client'

import { useState } from 'react'

import { callApi } from './api'
import styles from './testClient.module.css'

type Props = { token: string; setToken: (token: string) => void }

/** Signs in over the contract's login, or takes a token that one has. */
export const SignIn = ({ token, setToken }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null)

  const signIn = async (form: FormData): Promise<void> => {
    const credentials = { email: form.get('email'), password: form.get('password') }
    const answer = await callApi('/apotek/login', '', credentials)
    if (typeof answer.token === 'string') setToken(answer.token)
    setRefusal(typeof answer.token === 'string' ? null : (answer.message ?? 'Gagal masuk.'))
  }

  return (
    <section className={styles.card} aria-labelledby="sign-in">
      <h2 id="sign-in">1. Token</h2>
      <form action={signIn} className={styles.row}>
        <label>
          E-mail
          <input name="email" type="email" autoComplete="username" required />
        </label>
        <label>
          Kata sandi
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <button type="submit">Masuk</button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      <label>
        Token
        <textarea
          rows={2}
          value={token}
          spellCheck={false}
          onChange={({ target }) => setToken(target.value.trim())}
        />
      </label>
    </section>
  )
}

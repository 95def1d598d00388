import { cookies } from 'next/headers'

import card from '../card.module.css'
import { readVisitor } from '../visitor'
import type { Refused } from './account'
import { readRefused } from './account'
import { ownPath } from './ownPath'

/** Who is signed in is known when the page is asked for. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Masuk', robots: { index: false, follow: false } }

type Next = { next: string | null }

const Continue = ({ next }: Next) => next && <input name="lanjut" type="hidden" value={next} />

const SignIn = ({ next, refused }: Next & { refused: Refused | null }) => (
  <form action="/masuk/kirim" className={card.form} method="post">
    {refused && (
      <p className={card.failure} id="refusal" role="alert">
        {refused.message}
      </p>
    )}
    <Continue next={next} />
    <div className={card.field}>
      <label htmlFor="email">E-mail</label>
      <input
        autoComplete="username"
        defaultValue={refused?.email ?? ''}
        id="email"
        maxLength={255}
        name="email"
        required
        type="email"
      />
    </div>
    <div className={card.field}>
      <label htmlFor="password">Kata sandi</label>
      <input
        aria-describedby={refused ? 'refusal' : undefined}
        autoComplete="current-password"
        id="password"
        maxLength={200}
        name="password"
        required
        type="password"
      />
    </div>
    <button className={card.button} type="submit">
      Masuk
    </button>
  </form>
)

const SignedIn = ({ name, next }: Next & { name: string }) => (
  <>
    <p className={card.hint}>
      Anda masuk sebagai <b>{name}</b>.
    </p>
    {next && (
      <a className={card.button} href={next}>
        Lanjutkan
      </a>
    )}
    <form action="/masuk/keluar" method="post">
      <Continue next={next} />
      <button className={`${card.button} ${card.quiet}`} type="submit">
        Keluar
      </button>
    </form>
  </>
)

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Patients sign in here, and go on to `lanjut`. It needs no script. */
const SignInPage = async ({ searchParams }: Props) => {
  const [{ lanjut, gagal }, { user }, jar] = await Promise.all([
    searchParams,
    readVisitor(),
    cookies(),
  ])
  const next = ownPath(lanjut)
  const refused = gagal === undefined ? null : readRefused(jar)
  return (
    <main className={card.page}>
      <p className={card.house}>Sehat</p>
      <section aria-labelledby="heading" className={card.card}>
        <h1 className={card.heading} id="heading">
          {user ? 'Akun' : 'Masuk'}
        </h1>
        {user ? (
          <SignedIn name={user.name} next={next} />
        ) : (
          <SignIn next={next} refused={refused} />
        )}
      </section>
    </main>
  )
}

export default SignInPage

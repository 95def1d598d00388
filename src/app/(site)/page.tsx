import styles from './page.module.css'
import type { Site } from './site'
import { readSite } from './site'

/** The mode is known when the server runs, not when it is built. */
export const dynamic = 'force-dynamic'

const ROLES: Record<string, string> = {
  admin: 'Admin',
  cashier: 'Kasir',
  doctor: 'Dokter',
  editor: 'Editor',
  patient: 'Pasien',
}

const Logins = ({ logins, password }: Pick<Site, 'logins' | 'password'>) => (
  <section className={styles.card}>
    <h2>Akun demonstrasi</h2>
    <p>
      Kata sandi untuk semua akun: <code>{password}</code>
    </p>
    <table className={styles.logins}>
      <tbody>
        {logins.map(({ email, role }) => (
          <tr key={email}>
            <th scope="row">{ROLES[role] ?? role}</th>
            <td>
              <code>{email}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Tries = () => (
  <section className={styles.card}>
    <h2>Yang bisa dicoba</h2>
    <ol className={styles.tries}>
      <li>
        Masuk ke <a href="/admin">panel</a> sebagai <b>kasir</b>: lihat pesanan yang menunggu
        pembayaran, lalu konfirmasi salah satunya.
      </li>
      <li>
        Masuk sebagai <b>admin</b>: catat penerimaan obat, dan lihat stoknya ikut bergerak.
      </li>
      <li>
        Masuk sebagai <b>pasien</b> lewat <code>POST /api/apotek/login</code>, lalu pesan obat
        dengan token yang diterima.
      </li>
      <li>
        Bayar konsultasi sebagai pasien di <a href="/test-client">klien uji</a>, lalu jawab dari
        panel sebagai <b>dokter</b>.
      </li>
      <li>
        Terima pembayaran sebuah tagihan pemeriksaan di panel sebagai <b>kasir</b>, atau salin
        tautannya dan bayar sendiri; <a href="/masuk">masuk</a> sebagai pasiennya untuk melihat
        rinciannya.
      </li>
      <li>
        Cari <code>demam anak</code> di halaman berita, lalu tulis artikel sebagai <b>editor</b>;
        asisten menjawab pasien bila <code>GEMINI_API_KEY</code> diisi.
      </li>
      <li>
        Telusuri semua alamat di <a href="/api-docs">referensi API</a>; GraphQL ada di{' '}
        <code>/api/graphql</code>.
      </li>
    </ol>
  </section>
)

/** For readers: what is written for them, and their own sign-in. */
const Pages = ({ pages }: Pick<Site, 'pages'>) => (
  <nav className={styles.pages} aria-label="Untuk pasien">
    {[...pages, { href: '/masuk', label: 'Masuk sebagai pasien' }].map(({ href, label }) => (
      <a key={href} href={href}>
        {label}
      </a>
    ))}
  </nav>
)

const Demonstration = ({ logins, password, pages }: Site) => (
  <main className={styles.page}>
    <h1 className={styles.title}>Sehat</h1>
    <p className={styles.lead}>
      Sistem klinik dan apotek: satu panel untuk admin, kasir, dokter, dan editor, serta API untuk
      aplikasi pasien.
    </p>
    <nav className={styles.actions} aria-label="Utama">
      <a className={`${styles.button} ${styles.primary}`} href="/admin">
        Buka panel
      </a>
      <a className={styles.button} href="/api-docs">
        Referensi API
      </a>
    </nav>
    <Pages pages={pages} />
    <div className={styles.columns}>
      <Logins logins={logins} password={password} />
      <Tries />
    </div>
    <p className={styles.note}>
      Ini mode demonstrasi: basis data tertanam berisi data contoh. Setelah{' '}
      <code>DATABASE_URL</code> diisi, halaman ini hanya menampilkan tautan masuk.
    </p>
  </main>
)

const Plain = ({ pages }: Pick<Site, 'pages'>) => (
  <main className={styles.plain}>
    <h1 className={styles.title}>Sehat</h1>
    <a className={`${styles.button} ${styles.primary}`} href="/admin">
      Masuk
    </a>
    <Pages pages={pages} />
  </main>
)

const FrontPage = async () => {
  const site = await readSite()
  return site.demonstration ? <Demonstration {...site} /> : <Plain pages={site.pages} />
}

export default FrontPage

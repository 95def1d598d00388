import type { Said } from '@/lib/panel/said'
import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says when something about accounts is refused. */
export const panelRefusals: Record<string, Said> = {
  'Email atau password salah': {
    en: 'The e-mail or the password is wrong.',
    id: 'Email atau password salah.',
  },
  ...alsoInEnglish({
    'Email sudah terdaftar.': 'This e-mail is taken.',
    'Pendaftaran belum dibuka.': 'Nobody can register yet.',
    'Akun ini baru saja diubah. Muat ulang, lalu coba lagi.':
      'This account has just been changed. Reload, then try again.',
    'Pengguna ini tercatat di transaksi. Nonaktifkan saja.':
      'This user is in the books. Disable them instead.',
    'Harus ada paling sedikit satu admin aktif.': 'There has to be an active admin.',
    'Token penyiapan salah; token tercetak di log server.':
      'The set-up token is wrong; it is printed in the log of the server.',
    'Admin pertama sudah ada.': 'There is a first admin already.',
    'Password harus {min}–{max} karakter.': 'A password has {min} to {max} characters.',
  }),
}

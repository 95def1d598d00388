import type { Said } from '@/lib/panel/said'
import { alsoInEnglish } from '@/lib/panel/said'

const LISTS: [id: string, en: string][] = [
  ['Jadwal', 'Schedule'],
  ['Tanggal khusus', 'Dates that differ'],
]

/** Of hours, each said of a row of either list. */
const FAULTS: [id: string, en: string][] = [
  ['jam mulai harus berbentuk HH:MM.', 'the beginning must be written as HH:MM.'],
  ['jam selesai harus berbentuk HH:MM.', 'the end must be written as HH:MM.'],
  ['jam selesai harus sesudah jam mulai.', 'the end must come after the beginning.'],
  [
    'jam yang melewati tengah malam ditulis sebagai dua baris: sampai 24:00, lalu mulai 00:00 hari berikutnya.',
    'hours over midnight are written as two rows: until 24:00, then from 00:00 of the next day.',
  ],
  ['jamnya bertumpuk dengan baris {other}.', 'its hours overlap with row {other}.'],
  ['tanggal harus berbentuk YYYY-MM-DD dan ada.', 'the date must exist, written as YYYY-MM-DD.'],
  ['hari libur tidak memiliki jam.', 'a closed date has no hours.'],
  ['tanggal libur ditulis satu kali saja.', 'a closed date is written only once.'],
]

const ofHours: Record<string, Said> = Object.fromEntries(
  LISTS.flatMap(([list, listEn]) =>
    FAULTS.map(([fault, faultEn]) => {
      const id = `${list} baris {row}: ${fault}`
      return [id, { id, en: `${listEn}, row {row}: ${faultEn}` }]
    }),
  ),
)

/** What the panel says when something of doctors and consultations is refused. */
export const panelRefusals = {
  ...ofHours,
  ...alsoInEnglish({
    'Jadwal tidak valid.': 'The schedule is not valid.',
    'Akun ini bukan akun dokter.': 'This login is not of a doctor.',
    'Akun ini sudah dipakai dokter lain.': 'Another doctor has this login already.',
    'Dokter ini punya konsultasi atau transaksi; nonaktifkan saja.':
      'This doctor has consultations or transactions, and can only be made inactive.',
    'Dokter tidak ditemukan': 'This doctor does not exist.',
    'Dokter sedang tidak praktik': 'This doctor is off duty.',
    'Dokter sedang penuh': 'This doctor has no free place.',
    'Anda masih memiliki konsultasi aktif': 'There is a consultation with this doctor already.',
    'Konsultasi tidak ditemukan': 'This consultation does not exist.',
    'Konsultasi belum dimulai': 'This consultation has not begun.',
    'Konsultasi sudah berakhir': 'This consultation is over.',
    'Konsultasi belum berakhir': 'This consultation is not over yet.',
    'Konsultasi ini sudah memiliki resep': 'This consultation has a prescription already.',
    'Alasan wajib diisi.': 'A reason is needed.',
    'Menit harus bilangan bulat antara 1 dan 60.':
      'The minutes are a whole number between 1 and 60.',
    'Ringkasan wajib diisi.': 'A summary is needed.',
    'Resep berisi 1 sampai 50 obat.': 'A prescription has 1 to 50 medicines.',
    'Dokter ini sudah tidak ada.': 'This doctor is gone.',
    'Dokter ini sudah tidak aktif.': 'This doctor is not active any more.',
    'Pasien ini masih memiliki konsultasi dengan dokter ini.':
      'This patient has a consultation with this doctor already.',
    'Dokter ini tidak memiliki jadwal praktik lagi.': 'This doctor has no hours any more.',
    'Dokter ini sedang penuh.': 'This doctor has no free place.',
  }),
}

import { describe, expect, it } from 'vitest'

import { findDangers } from './findDangers'
import type { Danger } from './redFlags'

const ALARMING: Record<Danger, string[]> = {
  heart: [
    'nyeri dada',
    'dada saya nyeri',
    'Dada kiri ku sakit bgt, gimana ya',
    'dok dada saya terasa berat seperti ditindih',
    'DADA SESEEEEK',
    'sakit di dada sebelah kiri menjalar ke lengan',
    'bapak saya kena serangan jantung',
    'jantung saya seperti ditusuk-tusuk',
    'tidak hilang nyeri dada saya dari kemarin',
    'bukan main nyeri dada saya',
    'tidak demam tapi nyeri dada',
    'saya tidak bisa menahan nyeri dada ini',
    'My chest hurts',
    'i have chest pain and sweating',
    'tightness in my chest',
    'I think my dad is having a heart attack',
    'harga paracetamol berapa? oh ya dada saya nyeri',
    'apa obat untuk nyeri dada?',
    'bukan, tidak. nyeri dada',
    'nye\u200Bri da\u200Bda',
  ],
  stroke: [
    'ibu saya mulutnya mencong',
    'wajah bapak tiba-tiba perot sebelah',
    'bicaranya jadi pelo',
    'badan lemah sebelah',
    'tangan kanan kebas dan lemas sebelah',
    'tiba-tiba nenek tidak bisa bicara',
    'kayaknya bapak kena stroke',
    'sakit kepala paling hebat seumur hidup',
    'my moms face is drooping',
    'he has slurred speech',
    'sudden weakness on one side',
  ],
  breathing: [
    'sesak napas',
    'saya sesek nafas',
    'gak bisa napas',
    'g bisa bernafas',
    'anak saya susah bernapas',
    'napasnya tersengal-sengal',
    'sesak banget',
    "I can't breathe",
    'difficulty breathing',
    'he is choking',
    'anak keselek kacang',
    'bibirnya biru',
  ],
  bleeding: [
    'darahnya keluar banyak sekali',
    'luka saya berdarah tidak mau berhenti',
    'pendarahan hebat setelah jatuh',
    'darah ngucur terus',
    'muntah darah',
    'batuk berdarah sejak pagi',
    'bleeding heavily',
    'the bleeding wont stop',
  ],
  poisoning: [
    'anak saya minum baygon',
    'adik tertelan baterai kancing',
    'saya minum obat kebanyakan',
    'teman saya overdosis',
    'minum 20 tablet paracetamol',
    'istri keracunan makanan',
    'anak saya minum paracetamol. 15 tablet!',
    'ketelan pembersih lantai',
    'my son swallowed bleach',
    'I took too many pills',
    'digigit ular tadi di kebun, tolong',
  ],
  selfHarm: [
    'saya ingin bunuh diri',
    'pengen mati aja',
    'aku capek hidup',
    'mau mengakhiri hidup',
    'saya suka menyakiti diri sendiri',
    'lebih baik aku mati',
    'gak mau hidup lagi',
    'saya tidak mau bunuh diri, tapi kepikiran terus',
    'I want to die',
    'i want to kill myself',
    "I don't want to live",
    'bundir',
    'artikel cara bunuh diri',
  ],
  anaphylaxis: [
    'bibir saya bengkak setelah minum amoxicillin',
    'lidah membengkak habis makan udang',
    'my throat is closing',
    'tongue is swollen after the injection',
    'anak saya anafilaksis',
    'alergi parah setelah disuntik',
  ],
  seizure: [
    'anak saya kejang',
    'bayi kejang-kejang',
    'anak step karena panas',
    'my daughter is having a seizure',
    'tolong ada orang kejang',
  ],
  unconscious: [
    'bapak tidak sadarkan diri',
    'suami saya pingsan',
    'nenek sulit dibangunkan',
    'she passed out',
    'he is unresponsive',
  ],
  pregnancy: [
    'saya hamil 8 minggu keluar darah',
    'hamil muda keluar flek coklat',
    'istri hamil 7 bulan, sekarang pendarahan banyak',
    'ketuban pecah',
    "I'm pregnant and bleeding",
    'janin tidak bergerak sejak kemarin',
  ],
  infant: [
    'bayi saya demam',
    'bayi 2 bulan panas tinggi',
    'anak umur 3 minggu suhu 39',
    'my newborn has a fever',
    'bayi tidak mau menyusu',
    'bayi saya, umur 2 bulan, badannya panas',
  ],
  injury: [
    'adik saya kesetrum',
    'ada orang tenggelam',
    'teman kecelakaan motor barusan',
    'luka bakar luas di tangan',
  ],
}

const HARMLESS = [
  'halo',
  '',
  '😀',
  'harga obat jantung',
  'artikel tentang stroke',
  'saya mencari artikel tentang stroke',
  'ada berita tentang serangan jantung?',
  'kursus pertolongan pertama pada kejang',
  'agenda seminar penanganan keracunan',
  'saya mau ikut seminar tentang nyeri dada',
  'apa itu stroke?',
  'gejala stroke apa saja?',
  'cara mencegah overdosis paracetamol',
  'saya tidak nyeri dada',
  'tidak ada nyeri dada',
  'tidak ada nyeri dada atau sesak napas',
  'gak sesak napas kok',
  'saya tidak merasakan nyeri dada, hanya batuk',
  'dada saya tidak sakit, tapi perut mulas',
  'nyeri dada tidak ada',
  'no chest pain',
  'I do not have chest pain',
  'tidak kejang, hanya demam',
  'ibu saya pernah stroke, ada vitamin?',
  'saya punya riwayat kejang waktu kecil',
  'obat stroke untuk ibu saya berapa harganya',
  'obat tekanan darah tinggi saya habis, ada banyak stok?',
  'tablet tambah darah untuk ibu hamil',
  'cek gula darah untuk ibu hamil',
  'obat batuk berdahak anak',
  'kepala saya sakit',
  'sakit gigi dan demam sejak kemarin',
  'berat badan saya naik, ada obat diet?',
  'dada ayam bagus untuk diet?',
  'minum obat sebelum atau sesudah makan?',
  'berapa banyak stok paracetamol?',
  'anak 5 tahun demam, ada sirup paracetamol?',
  'bayi 10 bulan demam, sirup apa yang ada?',
  'popok bayi ada?',
  'jadwal dokter anak hari ini',
  'saya mau beli 20 tablet paracetamol',
  'apakah ada kupon kursus?',
  'step by step pendaftaran kursus',
  'struk belanja saya hilang',
  'lampu mau mati, apakah apotek buka?',
  'saya tidak sadar kalau harganya naik',
  'pencegahan bunuh diri pada remaja',
  'kejang otot betis, ada balsem?',
  'what is a stroke?',
  'price of heart medicine',
  'how much is the first aid course',
  'my order has not arrived, can I talk to a doctor?',
  'transaksi saya gagal terus',
  'dokter siapa yang sedang praktik sekarang',
  'apa efek samping obat jantung',
  'masker bedah banyak',
]

describe('signs of danger', () => {
  const cases = Object.entries(ALARMING).flatMap(([danger, texts]) =>
    texts.map((text) => ({ danger, text })),
  )

  it.each(cases)('hears $danger in "$text"', ({ danger, text }) => {
    expect(findDangers(text)).toContain(danger)
  })

  it.each(HARMLESS)('leaves "%s" alone', (text) => {
    expect(findDangers(text)).toEqual([])
  })

  it('hears what is said after something harmless, and several things at once', () => {
    expect(findDangers('Artikel tentang stroke ada? Sekarang nyeri dada dan sesak napas.')).toEqual(
      ['heart', 'stroke', 'breathing'],
    )
  })

  it.each(['tidak ada artikel', 'nyeri dada bengkak wajah minum obat banyak', 'a'])(
    'is done with a message of the greatest length: %s',
    (words) => {
      const text = `${words} `.repeat(Math.ceil(4_000 / (words.length + 1)))
      expect(Array.isArray(findDangers(text))).toBe(true)
    },
  )
})

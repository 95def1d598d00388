/** Stands under every answer, and on the assistant's page. */
export const DISCLAIMER =
  'Jawaban asisten AI adalah informasi umum, bukan diagnosis atau pengganti nasihat dokter dan apoteker. Dalam keadaan darurat telepon 119.'

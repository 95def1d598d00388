import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says when something of a chat is refused. */
export const chatPanelRefusals = alsoInEnglish({
  'Konsultasi tidak ditemukan': 'This consultation does not exist.',
  'Anda bukan peserta konsultasi ini': 'You are not in this consultation.',
  'Anda belum bergabung di konsultasi ini': 'You have not joined this consultation.',
  'Konsultasi sudah berakhir': 'This consultation is over.',
  'Konsultasi belum dimulai': 'This consultation has not begun.',
  'Pesan tidak boleh kosong.': 'A message cannot be empty.',
  'Pesan maksimal {max} karakter.': 'A message has at most {max} characters.',
  'content berisi karakter yang tidak dapat disimpan.':
    'The message has characters that cannot be stored.',
  'Lampiran tidak ditemukan atau sudah dikirim.': 'The file was not found, or was sent already.',
  'File diperlukan.': 'A file is needed.',
  'Ukuran file maksimal 4 MB untuk gambar dan 10 MB untuk PDF.':
    'A picture has at most 4 MB, a PDF at most 10 MB.',
  'File harus berupa gambar JPEG, PNG, WebP, atau PDF.':
    'A file is a JPEG, PNG or WebP picture, or a PDF.',
  'File rusak atau terlalu besar.': 'The file is broken or too large.',
})

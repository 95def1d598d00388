import { alsoInEnglish } from '@/lib/panel/said'

/** What is wrong with a row of a list, in English too. */
export const importRefusals = alsoInEnglish({
  'Berkas ini kosong.': 'The file is empty.',
  'Tidak ada obat di bawah judul.': 'There is no medicine below the headings.',
  'Paling banyak {count} obat dalam satu berkas.': 'At most {count} medicines in one file.',
  'SKU atau barcode wajib diisi.': 'A SKU or a barcode is needed.',
  'Baris ini berisi {cells} sel, judulnya {width}. Isi yang memuat tanda pemisah harus diapit tanda kutip (").':
    'This row has {cells} cells, the headings are {width}. What contains a separator must stand in quotes (").',
  'Tanda kutip (") dibuka tetapi tidak ditutup.': 'A quote (") is opened, but not closed.',
  'Tanda kutip (") salah letak. Simpan lagi berkas ini sebagai CSV dari aplikasi lembar kerja.':
    'A quote (") is misplaced. Save the file again as CSV in a spreadsheet.',
  'Kolom "{heading}" tidak dikenal. Kolom yang dikenal: {known}.':
    'The column "{heading}" is not known. Known are: {known}.',
  'Kolom "{heading}" ada dua kali.': 'The column "{heading}" is there twice.',
  'Kolom wajib belum ada: {missing}.': 'Columns are missing: {missing}.',
  'Kolom sku atau barcode harus ada, agar obat dikenali saat diimpor lagi.':
    'A column sku or barcode is needed, so that medicines are known when they are imported again.',
  '{what} "{value}" sudah dipakai di baris {row}.':
    'The {what} "{value}" stands in row {row} already.',
  'Ada huruf yang tidak terbaca. Simpan berkas sebagai CSV UTF-8.':
    'Some letters cannot be read. Save the file as CSV UTF-8.',
  'Paling banyak {max} huruf.': 'At most {max} letters.',
  '"{cell}" harus bilangan bulat dari 0, misalnya 1200 atau 1.200.':
    '"{cell}" must be a whole number from 0 on, such as 1200 or 1.200.',
  '"{cell}" tidak jelas. Tulis rupiah utuh, misalnya 12500, 12.500 atau Rp 12.500.':
    '"{cell}" is not clear. Write whole rupiah, such as 12500, 12.500 or Rp 12.500.',
  '"{cell}" harus ya atau tidak.': '"{cell}" must be yes or no.',
  '"{cell}" bukan golongan yang dikenal: {known}.': '"{cell}" is no known class: {known}.',
  '"{cell}" sudah dibulatkan oleh lembar kerja. Jadikan kolom ini teks, lalu isi lagi.':
    '"{cell}" was rounded by a spreadsheet. Make this column text, then fill it in again.',
  '"{cell}" harus 4 sampai 32 angka, huruf atau tanda hubung.':
    '"{cell}" must be 4 to 32 digits, letters or hyphens.',
  '"{cell}" bukan EAN-13: angka terakhirnya tidak cocok.':
    '"{cell}" is no EAN-13: its last digit does not fit.',
  'Nama wajib diisi.': 'A name is needed.',
  'Golongan wajib diisi: {known}.': 'A drug class is needed: {known}.',
  'Harga wajib diisi.': 'A price is needed.',
  'Barcode "{barcode}" sudah dipakai {name}.': 'The barcode "{barcode}" belongs to {name}.',
  'Nama ini sudah dipakai {name}; samakan SKU-nya atau ubah namanya.':
    'This name belongs to {name}; use its SKU, or change the name.',
  'Baris ini dan baris {row} menunjuk obat yang sama: {name}.':
    'This row and row {row} mean the same medicine: {name}.',
})

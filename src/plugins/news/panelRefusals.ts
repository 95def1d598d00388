import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says when something of the newsroom is refused. */
export const panelRefusals = alsoInEnglish({
  'Isi artikel tidak valid.': 'The text of the article is not valid.',
  'Kategori tidak dapat menjadi bagian dari dirinya.': 'A category cannot be within itself.',
  'Kategori bertingkat paling banyak 4.': 'Categories are four levels deep at most.',
  'Kategori ini masih dipakai artikel atau kategori lain.':
    'Articles or other categories still use this category.',
  'Pengalihan ini menuju alamatnya sendiri.': 'This redirect leads to its own address.',
  'Alamat ini sudah dipakai artikel yang terbit.': 'A published article has this address.',
  'Kategori tidak ditemukan.': 'There is no such category.',
  'Hanya editor yang dapat menjadwalkan penerbitan.': 'Only editors can schedule publishing.',
  'Artikel ini sudah dihapus.': 'This article was deleted.',
  'Alamat tautan tidak valid.': 'The address of a link is not valid.',
  'Alamat terlalu panjang.': 'The address is too long.',
  'Alamat harus diawali https:// atau http://.': 'An address begins with https:// or http://.',
  'Harus berupa alamat di situs ini, misalnya /news/judul-lama.':
    'This must be an address on this site, such as /news/old-title.',
  'Harus berupa alamat di situs ini, atau diawali https:// atau http://.':
    'This must be an address on this site, or begin with https:// or http://.',
})

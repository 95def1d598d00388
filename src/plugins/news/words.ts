/** Indonesian for the official plugins, which have none. Keys are theirs. */
export const words = {
  'plugin-seo': {
    almostThere: 'Hampir selesai',
    autoGenerate: 'Isi otomatis',
    bestPractices: 'praktik terbaik',
    characterCount: '{{current}}/{{minLength}}-{{maxLength}} karakter, ',
    charactersLeftOver: 'sisa {{characters}}',
    charactersToGo: 'kurang {{characters}}',
    charactersTooMany: 'kelebihan {{characters}}',
    checksPassing: '{{current}}/{{max}} pemeriksaan terpenuhi',
    good: 'Baik',
    imageAutoGenerationTip: 'Diisi otomatis dengan sampul artikel.',
    lengthTipDescription:
      'Sebaiknya antara {{minLength}} dan {{maxLength}} karakter. Untuk deskripsi meta yang baik, lihat ',
    lengthTipTitle:
      'Sebaiknya antara {{minLength}} dan {{maxLength}} karakter. Untuk judul meta yang baik, lihat ',
    missing: 'Belum ada',
    noImage: 'Tanpa gambar',
    preview: 'Pratinjau',
    previewDescription: 'Hasil pencarian dapat berbeda, tergantung isi dan relevansinya.',
    tooLong: 'Terlalu panjang',
    tooShort: 'Terlalu pendek',
  },
  'plugin-redirects': {
    customUrl: 'Alamat',
    documentToRedirect: 'Artikel tujuan',
    fromUrl: 'Dari alamat',
    internalLink: 'Artikel',
    redirectType: 'Jenis pengalihan',
    toUrlType: 'Menuju',
  },
}

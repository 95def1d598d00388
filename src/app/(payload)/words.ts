/**
 * What the panel says otherwise than Payload does, which has no Indonesian for its text editor, and
 * speaks of itself here and there. Keys are Payload's.
 */

const editor = {
  general: {
    placeholder: "Mulai mengetik, atau tekan '/' untuk perintah…",
    slashMenuBasicGroupLabel: 'Dasar',
    slashMenuListGroupLabel: 'Daftar',
    toolbarItemsActive: '{{count}} aktif',
  },
  align: {
    alignCenterLabel: 'Rata tengah',
    alignJustifyLabel: 'Rata kiri-kanan',
    alignLeftLabel: 'Rata kiri',
    alignRightLabel: 'Rata kanan',
  },
  blockquote: { label: 'Kutipan' },
  blocks: {
    inlineBlocks: {
      create: 'Buat {{label}}',
      edit: 'Ubah {{label}}',
      label: 'Blok sebaris',
      remove: 'Hapus {{label}}',
    },
    label: 'Blok',
  },
  checklist: { label: 'Daftar centang' },
  heading: { label: 'Judul {{headingLevel}}' },
  horizontalRule: { label: 'Garis mendatar' },
  indent: { decreaseLabel: 'Kurangi indentasi', increaseLabel: 'Tambah indentasi' },
  link: { label: 'Tautan', loadingWithEllipsis: 'Memuat…' },
  orderedList: { label: 'Daftar bernomor' },
  paragraph: { label: 'Paragraf', label2: 'Teks biasa' },
  relationship: { label: 'Relasi' },
  unorderedList: { label: 'Daftar berpoin' },
  upload: { label: 'Unggahan' },
}

export const words = {
  id: {
    error: {
      notAllowedToAccessPage: 'Silakan keluar, lalu masuk dengan akun staf.',
      unauthorized: 'Silakan masuk lebih dahulu.',
      unauthorizedAdmin: 'Akun ini tidak memiliki akses ke panel.',
    },
    general: {
      edit: 'Ubah',
      editLabel: 'Ubah {{label}}',
      false: 'Tidak',
      noLabel: '–',
      noResultsDescription: 'Belum ada data, atau tidak ada yang cocok dengan filter di atas.',
      payloadSettings: 'Pengaturan panel',
      true: 'Ya',
    },
    lexical: editor,
  },
  en: {
    error: {
      notAllowedToAccessPage: 'Please sign out, then sign in with an account of the staff.',
      unauthorizedAdmin: 'This account has no access to the panel.',
    },
    general: {
      false: 'No',
      noLabel: '–',
      payloadSettings: 'Panel settings',
      true: 'Yes',
    },
  },
}

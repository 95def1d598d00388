/** What the panel's frame says. */
export const WORDS = {
  id: {
    hello: (name: string) => `Halo, ${name}`,
    start: 'Yang dapat Anda kerjakan di sini:',
    nothing: 'Belum ada yang dapat dikerjakan di sini dengan peran Anda.',
    openList: 'Buka daftar',
    look: 'Lihat daftar',
    add: 'Tambah baru',
    account: 'Akun saya',
    accountWhat: 'Nama, telepon, password, bahasa, dan tampilan terang atau gelap.',
  },
  en: {
    hello: (name: string) => `Hello, ${name}`,
    start: 'What you can do here:',
    nothing: 'There is nothing yet for your role to do here.',
    openList: 'Open the list',
    look: 'See the list',
    add: 'Add',
    account: 'My account',
    accountWhat: 'Name, phone, password, language, and a light or a dark look.',
  },
} as const

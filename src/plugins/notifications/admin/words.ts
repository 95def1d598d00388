/** What the panel says of one's inbox. */
export const WORDS = {
  en: {
    inbox: 'Notifications',
    unread: (count: number) => `Notifications: ${count} unread`,
    isUnread: 'Unread',
    isRead: 'Read',
    readAll: 'Mark all as read',
    markUnread: 'Mark as unread',
    failed: 'That did not work. Please try again.',
  },
  id: {
    inbox: 'Notifikasi',
    unread: (count: number) => `Notifikasi: ${count} belum dibaca`,
    isUnread: 'Belum dibaca',
    isRead: 'Sudah dibaca',
    readAll: 'Tandai semua sudah dibaca',
    markUnread: 'Tandai belum dibaca',
    failed: 'Tidak berhasil. Silakan coba lagi.',
  },
}

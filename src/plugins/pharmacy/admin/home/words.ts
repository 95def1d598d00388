type Words = {
  today: string
  sales: (count: number) => string
  yesterday: string
  lastWeekday: (weekday: string) => string
  refunded: (amount: string) => string
  open: string
  oldest: (time: string) => string
  noneOpen: string
  toDesk: string
  chart: (days: number) => string
  chartSays: (days: number, total: string) => string
  table: string
  day: string
  total: string
  count: string
  low: string
  out: string
  left: (stock: string, threshold: string) => string
  noneLow: string
  more: (count: number) => string
  toStock: string
  loading: string
  failed: string
  again: string
}

/** What the pharmacy's parts of the admin's home say. */
export const WORDS: Record<'id' | 'en', Words> = {
  id: {
    today: 'Penjualan hari ini',
    sales: (count) => `${count} penjualan`,
    yesterday: 'Kemarin',
    lastWeekday: (weekday) => `${weekday} lalu`,
    refunded: (amount) => `dikurangi ${amount} yang dikembalikan`,
    open: 'Menunggu pembayaran',
    oldest: (time) => `Paling lama sejak ${time}`,
    noneOpen: 'Tidak ada order yang menunggu.',
    toDesk: 'Buka meja kasir',
    chart: (days) => `Penjualan ${days} hari`,
    chartSays: (days, total) =>
      `Grafik batang penjualan ${days} hari terakhir, seluruhnya ${total}`,
    table: 'Lihat sebagai tabel',
    day: 'Hari',
    total: 'Penjualan',
    count: 'Jumlah',
    low: 'Stok menipis',
    out: 'Habis',
    left: (stock, threshold) => `${stock} (batas ${threshold})`,
    noneLow: 'Semua stok di atas batasnya.',
    more: (count) => `dan ${count} lagi`,
    toStock: 'Buka stok',
    loading: 'Memuat…',
    failed: 'Data tidak dapat dimuat.',
    again: 'Coba lagi',
  },
  en: {
    today: 'Sales today',
    sales: (count) => (count === 1 ? '1 sale' : `${count} sales`),
    yesterday: 'Yesterday',
    lastWeekday: (weekday) => `Last ${weekday}`,
    refunded: (amount) => `less ${amount} given back`,
    open: 'Waiting for payment',
    oldest: (time) => `The oldest since ${time}`,
    noneOpen: 'No order is waiting.',
    toDesk: 'Open the desk',
    chart: (days) => `Sales of ${days} days`,
    chartSays: (days, total) => `Bar chart of the sales of the last ${days} days, ${total} in all`,
    table: 'Show as a table',
    day: 'Day',
    total: 'Sales',
    count: 'Count',
    low: 'Low stock',
    out: 'Out of stock',
    left: (stock, threshold) => `${stock} (threshold ${threshold})`,
    noneLow: 'All stock is above its threshold.',
    more: (count) => `and ${count} more`,
    toStock: 'Open the stock',
    loading: 'Loading…',
    failed: 'This could not be loaded.',
    again: 'Try again',
  },
}

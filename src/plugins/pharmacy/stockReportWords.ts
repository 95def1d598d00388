/** The headings of the reports' files. */
export const LOW_HEADINGS = {
  id: ['ID', 'Nama', 'SKU', 'Satuan', 'Stok', 'Batas stok menipis'],
  en: ['ID', 'Name', 'SKU', 'Unit', 'Stock', 'Low-stock threshold'],
}
export const SOLD_HEADINGS = {
  id: ['ID', 'Nama', 'SKU', 'Satuan', 'Terjual', 'Omzet (Rp)', 'Stok', 'Cukup untuk (hari)'],
  en: ['ID', 'Name', 'SKU', 'Unit', 'Sold', 'Revenue (Rp)', 'Stock', 'Lasts (days)'],
}

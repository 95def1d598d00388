import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'

import { cardKind, cardPicture, cardText } from '@/lib/cardKind'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { PublicCard } from '@/lib/publicCard'
import type { Obat } from '@/payload-types'

import { CLASS_LABELS } from './labels'

const factsOf = ({ price, unit, stock, drugClass, requiresPrescription }: Obat) => [
  { label: 'Harga', value: `${showRupiah(price)} per ${unit ?? 'pcs'}` },
  { label: 'Ketersediaan', value: (stock ?? 0) > 0 ? 'Tersedia' : 'Stok habis' },
  ...(drugClass === 'keras' || requiresPrescription
    ? [{ label: 'Resep', value: 'Perlu resep dokter' }]
    : []),
]

const cardOf = (obat: Obat): PublicCard => ({
  title: obat.name,
  subtitle: `Obat ${CLASS_LABELS[obat.drugClass].id.toLowerCase()}`,
  text: cardText(obat.description && convertLexicalToPlaintext({ data: obat.description })),
  picture: cardPicture(obat.image, obat.name),
  facts: factsOf(obat),
  url: `/obat/${obat.slug}`,
  payment: null,
})

/** Obat that is sold, with its price and class, and whether there is any. */
export const obatCards = cardKind({
  name: 'obat',
  collection: 'obat',
  keyField: 'slug',
  onOffer: { active: { equals: true } },
  present: (_req, docs) => docs.map(cardOf),
})

import type { Config, Payload, PayloadRequest } from 'payload'

/** What the public may know of a document, as a page and as a card in an article show it. */
export type PublicCard = {
  title: string
  /** Under the title: a class of medicine, a doctor's specialization. */
  subtitle: string | null
  text: string | null
  picture: { url: string; alt: string; width: number; height: number } | null
  /** `Harga` – `Rp 12.000`, and so on, in the order in which they are shown. */
  facts: { label: string; value: string }[]
  /** The page about it: a path of ours. */
  url: string
  /** What a signed-in patient may pay for there: the body that `POST /api/payments` takes. */
  payment: { label: string; body: Record<string, unknown> } | null
}

/** A kind of documents that have a public page at `/<name>/<key>`: `obat`, `kursus`, `agenda`, `dokter`. */
export type CardKind = {
  name: string
  collection: string
  /**
   * With the caller's own rights.
   * @param key what stands in the page's address: a slug, or an id; null: nothing (any more) is there
   */
  find: (req: PayloadRequest, key: string) => Promise<PublicCard | null>
  /** By the documents' ids, for cards in articles; what may not be seen is absent. */
  findAll: (req: PayloadRequest, ids: (number | string)[]) => Promise<Map<string, PublicCard>>
}

/** Says that a domain's documents have public pages, in the form that `config.custom` keeps it in. */
export const withCards = ({ custom }: Config, ...kinds: CardKind[]): { cards: CardKind[] } => ({
  cards: [...((custom?.cards ?? []) as CardKind[]), ...kinds],
})

export const cardsOf = ({ config }: Pick<Payload, 'config'>): CardKind[] =>
  (config.custom.cards ?? []) as CardKind[]

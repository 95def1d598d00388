/** A category of the demonstration, by the name of what it is part of. */
export type DemoCategory = { name: string; parent?: string }

export type DemoArticle = {
  title: string
  categories: string[]
  excerpt: string
  /**
   * Markdown, from `##` on. Lines of their own: `[[obat OBT-0001]]`, `[[kursus <title>]]`,
   * `[[dokter <e-mail>]]` are cards.
   */
  text: string
  /** The e-mail of the doctor who stands for it. */
  reviewer?: string
  /** When it was published: so many days ago. `draft`: not yet; below 0: scheduled. */
  daysAgo: number | 'draft'
  sources: [title: string, url: string][]
}

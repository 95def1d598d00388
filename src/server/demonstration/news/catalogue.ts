import { CHRONIC } from './articles/chronic'
import { FAMILY } from './articles/family'
import { INFECTIONS } from './articles/infections'
import { LIVING } from './articles/living'
import { MEDICINES } from './articles/medicines'
import { NUTRITION } from './articles/nutrition'
import type { DemoArticle, DemoCategory } from './types'

/** Parents before what is part of them. */
export const CATEGORIES: DemoCategory[] = [
  { name: 'Hidup Sehat' },
  { name: 'Gizi', parent: 'Hidup Sehat' },
  { name: 'Penyakit Menular' },
  { name: 'Penyakit Tidak Menular' },
  { name: 'Obat' },
  { name: 'Ibu dan Anak', parent: 'Hidup Sehat' },
]

export const ARTICLES: DemoArticle[] = [
  ...LIVING,
  ...NUTRITION,
  ...INFECTIONS,
  ...CHRONIC,
  ...MEDICINES,
  ...FAMILY,
]

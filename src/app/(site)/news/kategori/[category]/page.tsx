import type { Metadata } from 'next'
import { cache } from 'react'

import { leadOn } from '../../../moved'
import { readVisitor } from '../../../visitor'
import type { SearchParams } from '../../asked'
import { readAsked } from '../../asked'
import { categoryPath } from '../../categories'
import { listMetadata } from '../../listMetadata'
import { NewsList } from '../../NewsList'
import { newsroomOf } from '../../newsroom'

/** What is published or withdrawn shows at once. */
export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ category: string }>; searchParams: SearchParams }

const readCategory = cache(async (asked: string) => {
  const req = await readVisitor()
  const all = await newsroomOf(req).readCategories(req)
  const category = all.find(({ slug }) => slug === asked)
  return { req, all, category: category ?? (await leadOn(req, categoryPath(asked))) }
})

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const { req, category } = await readCategory((await params).category)
  const about = {
    title: category.name,
    description: `Artikel kesehatan tentang ${category.name}.`,
    path: categoryPath(category.slug),
  }
  return listMetadata(newsroomOf(req).serverUrl, about, await readAsked(searchParams))
}

const CategoryPage = async ({ params, searchParams }: Props) => {
  const found = await readCategory((await params).category)
  return <NewsList {...found} asked={await readAsked(searchParams)} />
}

export default CategoryPage

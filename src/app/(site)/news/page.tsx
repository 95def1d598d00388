import type { Metadata } from 'next'

import { readVisitor } from '../visitor'
import type { SearchParams } from './asked'
import { readAsked } from './asked'
import { listMetadata } from './listMetadata'
import { NewsList } from './NewsList'
import { newsroomOf } from './newsroom'

/** What is published or withdrawn shows at once. */
export const dynamic = 'force-dynamic'

type Props = { searchParams: SearchParams }

const ABOUT = {
  title: 'Berita kesehatan',
  description: 'Artikel kesehatan dari dokter dan redaksi Sehat, dengan sumbernya.',
  path: '/news',
}

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { serverUrl } = newsroomOf(await readVisitor())
  return listMetadata(serverUrl, ABOUT, await readAsked(searchParams))
}

const NewsPage = async ({ searchParams }: Props) => {
  const req = await readVisitor()
  const all = await newsroomOf(req).readCategories(req)
  return <NewsList req={req} asked={await readAsked(searchParams)} all={all} category={null} />
}

export default NewsPage

import config from '@payload-config'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { importMap } from '../importMap'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

type Panel = { titles: { en: string; id: string }[] } | undefined

/** Pages of our own have a title in one language for Payload, which asks for no other. */
export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const metadata = await generatePageMetadata({ config, params, searchParams })
  const { admin, custom } = await config
  const { titles = [] } = (custom?.panel as Panel) ?? {}
  const { titleSuffix } = admin.meta
  const said = titles.find(({ id }) => metadata.title === `${id} ${titleSuffix}`)
  if (!said) return metadata
  const { language } = await getNextRequestI18n({ config: await config })
  return { ...metadata, title: `${language === 'en' ? said.en : said.id} ${titleSuffix}` }
}

const Page = ({ params, searchParams }: Args) =>
  RootPage({ config, importMap, params, searchParams })

export default Page

import config from '@payload-config'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { panelParts } from '@/lib/panel/addToPanel'
import { languageOf } from '@/lib/panel/said'

import { importMap } from '../importMap'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Pages of our own have a title in one language for Payload, which asks for no other. */
export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const metadata = await generatePageMetadata({ config, params, searchParams })
  const panel = await config
  const { titleSuffix } = panel.admin.meta
  const said = panelParts(panel).titles.find(({ id }) => metadata.title === `${id} ${titleSuffix}`)
  if (!said) return metadata
  const i18n = await getNextRequestI18n({ config: panel })
  return { ...metadata, title: `${said[languageOf(i18n)]} ${titleSuffix}` }
}

const Page = ({ params, searchParams }: Args) =>
  RootPage({ config, importMap, params, searchParams })

export default Page

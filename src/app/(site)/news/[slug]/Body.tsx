import type {
  DefaultNodeTypes,
  SerializedBlockNode,
  SerializedLinkNode,
} from '@payloadcms/richtext-lexical'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'
import { RichText } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'

import type { Media } from '@/payload-types'

import { CardLink } from '../../frame/CardLink'
import { mediaPicture } from '../../frame/mediaPicture'
import { Picture } from '../../frame/Picture'
import styles from './article.module.css'
import type { Embeds } from './embeds'
import { addressOf } from './links'

type Nodes = DefaultNodeTypes | SerializedBlockNode

const Link = ({
  fields,
  children,
}: {
  fields: SerializedLinkNode['fields']
  children: ReactNode
}) => {
  const href = addressOf(fields)
  if (!href) return children
  const isElsewhere = /^https?:/.test(href)
  return (
    <a href={href} rel={isElsewhere ? 'noopener noreferrer' : undefined}>
      {children}
    </a>
  )
}

/** The page has its own `h1`. */
const withinPage = (tag: string): 'h2' | 'h3' | 'h4' => (tag === 'h3' || tag === 'h4' ? tag : 'h2')

const convertersFor =
  (embeds: Embeds): JSXConvertersFunction<Nodes> =>
  ({ defaultConverters }) => {
    const card = ({ node }: { node: { fields?: object } }) => {
      const found = embeds.ofBlock(node as { fields: Record<string, unknown> })
      return found && <CardLink card={found} />
    }
    return {
      ...defaultConverters,
      blocks: { obatCard: card, courseCard: card, doctorCard: card },
      unknown: () => null,
      link: ({ node, nodesToJSX }) => (
        <Link fields={node.fields}>{nodesToJSX({ nodes: node.children })}</Link>
      ),
      autolink: ({ node, nodesToJSX }) => (
        <Link fields={node.fields}>{nodesToJSX({ nodes: node.children })}</Link>
      ),
      heading: ({ node, nodesToJSX }) => {
        const Tag = withinPage(node.tag)
        return <Tag>{nodesToJSX({ nodes: node.children })}</Tag>
      },
      upload: ({ node }) => {
        const picture = mediaPicture(node.value as Media | number, 'large')
        return picture && <Picture className={styles.picture} picture={picture} />
      },
    }
  }

/** An article's text: what Lexical kept, as elements; nothing of it is read as HTML. */
export const Body = ({ content, embeds }: { content: unknown; embeds: Embeds }) => (
  <RichText
    className={styles.body ?? ''}
    data={content as SerializedEditorState}
    converters={convertersFor(embeds)}
    disableTextAlign
    disableIndent
  />
)

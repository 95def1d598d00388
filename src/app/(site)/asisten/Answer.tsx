import { memo } from 'react'
import type { Components } from 'react-markdown'
import Markdown from 'react-markdown'

import styles from './asisten.module.css'
import { safeLink } from './safeLink'

const ELEMENTS = [
  ...['p', 'br', 'hr', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]

type Children = { children?: React.ReactNode }

/** The page has headings of its own: an answer's are paragraphs that stand out. */
const Heading = ({ children }: Children) => (
  <p>
    <strong>{children}</strong>
  </p>
)

/** Whatever is no safe link is text; another site's name stands beside what the model calls it. */
const Link = ({ href, children }: Children & { href?: string | undefined }) => {
  const link = safeLink(href)
  if (!link) return <>{children}</>
  if (link.host === null) {
    return (
      <a href={link.href} rel="noopener noreferrer">
        {children}
      </a>
    )
  }
  return (
    <>
      <a href={link.href} rel="noopener noreferrer" target="_blank">
        {children}
      </a>{' '}
      <span className={styles.host}>({link.host})</span>
    </>
  )
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, Heading])),
}

/** An answer as text and safe links: no pictures, no HTML, nothing that a page could be made to load. */
export const Answer = memo(function Answer({ text }: { text: string }) {
  return (
    <Markdown
      allowedElements={ELEMENTS}
      components={COMPONENTS}
      skipHtml
      unwrapDisallowed
      // `safeLink` judges; what the library would let through by itself is more.
      urlTransform={(url) => url}
    >
      {text}
    </Markdown>
  )
})

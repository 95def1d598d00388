import { getTranslation } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import type { InitPageResult, PayloadRequest, SanitizedPermissions } from 'payload'

import { languageOf } from '@/lib/panel/said'

import styles from './Welcome.module.css'
import { WORDS } from './words'

type Props = {
  req: PayloadRequest
  permissions: SanitizedPermissions
  visibleEntities: InitPageResult['visibleEntities']
}

/** For roles without a home of their own: a greeting, and a card for each list that they may open. */
export const Welcome = ({ req, permissions, visibleEntities }: Props) => {
  const { i18n, payload, user } = req
  const { routes } = payload.config
  const words = WORDS[languageOf(i18n)]
  const lists = payload.config.collections.filter(
    ({ slug }) =>
      visibleEntities.collections.includes(slug) && permissions.collections?.[slug]?.read,
  )
  return (
    <div className={styles.welcome}>
      <header>
        <h1 className={styles.title}>{words.hello(user?.name ?? '')}</h1>
        <p className={styles.lead}>{lists.length > 0 ? words.start : words.nothing}</p>
      </header>
      <ul className={styles.cards}>
        {lists.map(({ slug, labels, admin: { description } }) => {
          const href = `${routes.admin}/collections/${slug}`
          const mayCreate = permissions.collections?.[slug]?.create
          return (
            <li className={styles.card} key={slug}>
              <h2 className={styles.name}>
                <Link href={href}>{getTranslation(labels.plural, i18n)}</Link>
              </h2>
              {description && typeof description !== 'function' && (
                <p>{getTranslation(description, i18n)}</p>
              )}
              <p className={styles.links}>
                <Link href={href}>{mayCreate ? words.openList : words.look}</Link>
                {mayCreate && <Link href={`${href}/create`}>{words.add}</Link>}
              </p>
            </li>
          )
        })}
        <li className={styles.card}>
          <h2 className={styles.name}>
            <Link href={`${routes.admin}/account`}>{words.account}</Link>
          </h2>
          <p>{words.accountWhat}</p>
        </li>
      </ul>
    </div>
  )
}

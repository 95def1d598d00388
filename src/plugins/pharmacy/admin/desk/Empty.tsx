import type { DeskKind } from '../../constants'
import styles from './Empty.module.css'
import type { DeskWords } from './words'

type Props = { kind: DeskKind; isLoading: boolean; words: DeskWords }

/** Nothing to do, and what would come here. */
export const Empty = ({ kind, isLoading, words }: Props) => (
  <div aria-busy={isLoading} className={styles.empty}>
    {isLoading ? (
      <p>{words.loading}</p>
    ) : (
      <>
        <h2>{words.empty[kind]}</h2>
        <p>{words.emptyHint[kind]}</p>
      </>
    )}
  </div>
)

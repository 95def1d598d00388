import styles from './Foot.module.css'
import { SoundSwitch } from './SoundSwitch'
import type { DeskWords } from './words'

const KEYS = [
  ['confirm', 'Enter'],
  ['move', 'J', 'K'],
  ['reject', 'R'],
  ['cancel', 'X'],
  ['complete', 'S'],
  ['search', '/'],
] as const

/** Which keys do what, and whether new orders are heard. */
export const Foot = ({ newest, words }: { newest: number | null; words: DeskWords }) => (
  <div className={styles.foot}>
    <ul aria-label={words.shortcuts} className={styles.keys}>
      {KEYS.map(([name, ...keys]) => (
        <li key={name}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {words.keys[name]}
        </li>
      ))}
    </ul>
    <SoundSwitch label={words.sound} newest={newest} />
  </div>
)

'use client'

import type { About } from './about'
import styles from './asisten.module.css'
import { Composer } from './Composer'
import { Consent } from './Consent'
import { KeptTalks } from './KeptTalks'
import type { KeptTalk } from './keptTalks'
import { isSame, readKept } from './keptTalks'
import { Messages } from './Messages'
import { Refused } from './Refused'
import { Spoken } from './Spoken'
import { historyOf, isUnderWay, keptTalk, newTalk } from './talk'
import { useKept } from './useKept'
import { useTalk } from './useTalk'

type Props = About & { user: { id: number; name: string } | null }

const LOG = 'percakapan'

const focusLog = (): void => document.getElementById(LOG)?.focus()

/** The chat with the assistant, and beside it what somebody agreed to keep. */
export const Assistant = ({ user, refusal, disclaimer, limits }: Props) => {
  const { kept, fault, setFault, reload, remove } = useKept(user !== null)
  const { talk, store, isReady } = useTalk(String(user?.id ?? 'tamu'), reload)
  const { messages, consent } = talk
  const isBusy = isUnderWay(talk)

  const begin = (): void => {
    store.turnTo(newTalk())
    focusLog()
  }
  const open = async (id: string): Promise<void> => {
    const read = await readKept(id)
    setFault(read ? null : 'Percakapan ini tidak dapat dibuka.')
    if (read) store.turnTo(keptTalk(id, read))
    focusLog()
  }
  const deleteTalk = async (one: KeptTalk): Promise<void> => {
    // Otherwise an answer that is under way, or the next one, would keep it again.
    if (isSame(one, store.read())) {
      store.stop()
      store.setConsent(false)
    }
    await remove(one.id)
    focusLog()
  }
  const setConsent = async (agreed: boolean): Promise<void> => {
    store.setConsent(agreed)
    if (agreed) return
    const same = (await reload())?.find((one) => isSame(one, talk))
    if (same) await remove(same.id)
  }

  return (
    <div className={styles.columns} data-kept={user !== null}>
      {user && (
        <KeptTalks current={talk.id} fault={fault} kept={kept} open={open} remove={deleteTalk} />
      )}
      <section aria-labelledby="heading" className={styles.talk}>
        <header className={styles.head}>
          <h1 id="heading">Asisten AI</h1>
          <p className={`${styles.quiet} ${styles.name}`}>
            {user ? user.name : <a href="/masuk?lanjut=/asisten">Masuk</a>}
          </p>
          {messages.length > 0 && (
            <button className={styles.small} onClick={begin} type="button">
              Percakapan baru
            </button>
          )}
        </header>
        <Messages askAgain={store.askAgain} id={LOG} messages={messages} />
        <Spoken last={messages.at(-1)} />
        {refusal ? (
          <Refused {...refusal} />
        ) : (
          <Composer
            ask={store.ask}
            contentMax={limits.content}
            isFull={historyOf(talk).length >= limits.messages}
            isReady={isReady}
            isUnderWay={isBusy}
            stop={store.stop}
          />
        )}
        {user && !refusal && (
          <Consent isDisabled={!isReady || isBusy} isGiven={consent} set={setConsent} />
        )}
        <p className={styles.disclaimer}>{disclaimer}</p>
      </section>
    </div>
  )
}

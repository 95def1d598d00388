'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'

import type { Person } from './chatApi'
import styles from './Log.module.css'
import { MessageItem, OutgoingItem } from './MessageItem'
import { hasOlder } from './roomState'
import type { useRoom } from './useRoom'
import type { RoomWords } from './words'

/** As near to the end as counts as being there, and to the beginning as asks for more; pixels. */
const NEAR = 60

type Props = {
  chat: ReturnType<typeof useRoom>
  me: number
  typist: Person | null
  words: RoomWords
  /** Whether the newest message is on the screen. */
  onEnd: (isAtEnd: boolean) => void
}

const isNearEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < NEAR

/** What was said: follows what comes, unless somebody reads further up; more comes at its beginning. */
export const Log = ({ chat, me, typist, words, onEnd }: Props) => {
  const { state, isReady, isRecalling, recall, retry, drop } = chat
  const { messages, outbox } = state
  const log = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const first = messages[0]?.seq ?? 0
  const heightBefore = useRef(0)

  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight })
  const follow = useEffectEvent(() => {
    if (isAtEnd) toEnd()
  })
  // What stands on the screen stays where it is when something comes before it.
  useLayoutEffect(() => {
    const box = log.current
    if (box && heightBefore.current > 0) box.scrollTop += box.scrollHeight - heightBefore.current
    heightBefore.current = 0
  }, [first])
  useLayoutEffect(() => follow(), [messages.length, outbox.length, typist])
  useEffect(() => {
    const box = log.current
    if (!box) return
    // Pictures come later, and grow; so does what stands below.
    const observer = new ResizeObserver(() => follow())
    observer.observe(box)
    if (box.firstElementChild) observer.observe(box.firstElementChild)
    return () => observer.disconnect()
  }, [])

  const more = () => {
    heightBefore.current = log.current?.scrollHeight ?? 0
    void recall()
  }
  const scrolled = (box: HTMLElement) => {
    const isThere = isNearEnd(box)
    if (isThere !== isAtEnd) {
      setAtEnd(isThere)
      onEnd(isThere)
    }
    if (box.scrollTop < NEAR && hasOlder(state) && !isRecalling) more()
  }
  return (
    <div className={styles.frame}>
      <div
        aria-busy={isRecalling}
        aria-label={words.messages}
        className={styles.log}
        onScroll={({ currentTarget }) => scrolled(currentTarget)}
        ref={log}
        role="log"
        tabIndex={0}
      >
        <div className={styles.all}>
          {hasOlder(state) && (
            <div className={styles.older}>
              <Button
                buttonStyle="secondary"
                disabled={isRecalling}
                margin={false}
                onClick={more}
                size="small"
              >
                {words.older}
              </Button>
            </div>
          )}
          {state.isOpen && messages.length + outbox.length === 0 && (
            <p className={styles.nothing}>{words.nothing}</p>
          )}
          <ol className={styles.messages}>
            {messages.map((message) => (
              <MessageItem key={message.id} me={me} message={message} state={state} words={words} />
            ))}
            {outbox.map((outgoing) => (
              <OutgoingItem
                isReady={isReady}
                key={outgoing.clientId}
                onDrop={drop}
                onRetry={retry}
                outgoing={outgoing}
                words={words}
              />
            ))}
          </ol>
          <p className={styles.typing}>{typist ? words.isTyping(typist.name) : ''}</p>
        </div>
      </div>
      {!isAtEnd && (
        <button className={styles.newer} onClick={toEnd} type="button">
          ↓ {words.newer}
        </button>
      )}
    </div>
  )
}

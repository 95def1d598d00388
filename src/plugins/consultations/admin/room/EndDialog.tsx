'use client'

import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { Dialog } from '@/lib/panel/Dialog'

import type { Room } from '../../roomSchemas'
import { showLeft } from '../remaining'
import type { RoomWords } from './words'

type Props = {
  room: Room
  /** Milliseconds. */
  left: number
  words: RoomWords
  onEnded: () => void
  onClose: () => void
}

/** Asks before a consultation is ended early: it cannot be taken back. */
export const EndDialog = ({ room, left, words, onEnded, onClose }: Props) => {
  const { config } = useConfig()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const end = async () => {
    setBusy(true)
    const path = `${config.routes.api}/consultations/${room.id}/end`
    const called = await callApi(path, { method: 'POST', body: {} })
    setBusy(false)
    if (called.isDone) onEnded()
    else setRefusal(called.refusal || words.failed)
  }
  return (
    <Dialog
      about={room.patient.name}
      canSubmit={!isBusy}
      note={words.endNote(showLeft(left))}
      onClose={onClose}
      onSubmit={() => void end()}
      refusal={refusal}
      title={words.endTitle}
      words={{ back: words.endNo, submit: words.endYes }}
    >
      {null}
    </Dialog>
  )
}

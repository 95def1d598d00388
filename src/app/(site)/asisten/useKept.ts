'use client'

import { useCallback, useEffect, useState } from 'react'

import type { KeptTalk } from './keptTalks'
import { deleteKept, listKept } from './keptTalks'

/**
 * The kept talks of whoever is signed in.
 * @returns `kept`: null until they are known; `fault`: what could not be done, in words for the reader
 */
export const useKept = (isSignedIn: boolean) => {
  const [kept, setKept] = useState<KeptTalk[] | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const reload = useCallback(async (): Promise<KeptTalk[] | null> => {
    if (!isSignedIn) return null
    const listed = await listKept()
    if (listed) setKept(listed)
    setFault(listed ? null : 'Percakapan tersimpan tidak dapat dimuat.')
    return listed
  }, [isSignedIn])

  useEffect(() => {
    void reload()
  }, [reload])

  const remove = async (id: string): Promise<boolean> => {
    const isDone = await deleteKept(id)
    if (isDone) setKept((known) => known?.filter((one) => one.id !== id) ?? null)
    setFault(isDone ? null : 'Percakapan tidak dapat dihapus. Coba lagi.')
    return isDone
  }
  return { kept, fault, reload, remove, setFault }
}

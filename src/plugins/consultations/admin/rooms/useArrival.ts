'use client'

import { useEffect, useReducer } from 'react'

import type { Room, RoomsAnswer } from '../../roomSchemas'

type Known = { ids: number[] | null; newest: Room | null }

const arrive = ({ ids, newest }: Known, { waiting, active }: RoomsAnswer): Known => {
  const open = [...waiting, ...active]
  const fresh = ids && open.find(({ id }) => !ids.includes(id))
  return { ids: open.map(({ id }) => id), newest: fresh ?? newest }
}

/** The last room that opened while the list was looked at; null: none. */
export const useArrival = (answer: RoomsAnswer | null): Room | null => {
  const [{ newest }, dispatch] = useReducer(arrive, { ids: null, newest: null })
  useEffect(() => {
    if (answer) dispatch(answer)
  }, [answer])
  return newest
}

'use client'

import { useEffect, useSyncExternalStore } from 'react'

import { beep, isSoundOn, onSoundChange, setSound } from './sound'

type Props = {
  /** The order that came last. */
  newest: number | null
  label: string
}

/** A tone at each order that comes, for whoever switches it on. */
export const SoundSwitch = ({ newest, label }: Props) => {
  const isOn = useSyncExternalStore(onSoundChange, isSoundOn, () => false)
  useEffect(() => {
    if (newest !== null && isSoundOn()) beep()
  }, [newest])
  return (
    <label>
      <input
        checked={isOn}
        onChange={({ target }) => {
          setSound(target.checked)
          if (target.checked) beep()
        }}
        type="checkbox"
      />{' '}
      {label}
    </label>
  )
}

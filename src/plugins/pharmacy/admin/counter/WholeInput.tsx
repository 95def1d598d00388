'use client'

import type { Ref } from 'react'

import { showWhole } from '@/lib/panel/showRupiah'

type Props = {
  label: string
  value: number | null
  max: number
  onChange: (value: number | null) => void
  onEnter: () => void
  inputRef?: Ref<HTMLInputElement>
  disabled?: boolean
  id?: string
}

/** A whole number as people write it, `50.000`; nothing else can be typed into it. */
export const WholeInput = ({ label, value, max, onChange, onEnter, inputRef, ...rest }: Props) => (
  <input
    {...rest}
    ref={inputRef}
    aria-label={label}
    autoComplete="off"
    inputMode="numeric"
    onChange={({ target }) => {
      const digits = target.value.replace(/\D/g, '')
      onChange(digits === '' ? null : Math.min(Number(digits), max))
    }}
    onFocus={({ target }) => target.select()}
    onKeyDown={(event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      onEnter()
    }}
    type="text"
    value={value === null ? '' : showWhole(value)}
  />
)

'use client'

import { useEffect } from 'react'

const COUNTED = /^\(\d+\) /

/** Shows a number before the page's title, for whoever works in another tab. */
export const useTitleCount = (count: number): void => {
  useEffect(() => {
    const bare = document.title.replace(COUNTED, '')
    document.title = count > 0 ? `(${count}) ${bare}` : bare
    return () => {
      document.title = document.title.replace(COUNTED, '')
    }
  }, [count])
}

import type { CollectionBeforeOperationHook } from 'payload'

type Select = { lessons?: unknown }

/**
 * Whoever selects what a lesson holds also reads whether it is a preview: without it, nobody could tell
 * that it may be read.
 */
export const selectPreview: CollectionBeforeOperationHook = ({ args }) => {
  const { select } = args as { select?: Select }
  const lessons = select?.lessons
  if (typeof lessons !== 'object' || lessons === null) return
  const isInclusive = Object.values(lessons).includes(true)
  const { preview: _asked, ...rest } = lessons as Record<string, unknown>
  return {
    ...args,
    select: { ...select, lessons: isInclusive ? { ...rest, preview: true } : rest },
  }
}

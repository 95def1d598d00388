import type { FieldHook } from 'payload'

type Session = { id: string; expiresAt: Date | string }

/** Payload's own strategy asks only whether a session is on the list, not whether it still lives. */
export const onlyLiving: FieldHook<{ id: number }, Session[] | null | undefined> = ({ value }) =>
  value?.filter(({ expiresAt }) => new Date(expiresAt) > new Date())

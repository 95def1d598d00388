'use client'

import { SelectField, useAuth } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'

/** The first user's screen asks for no role: whoever shows the set-up token becomes an admin. */
export const RoleField = (props: SelectFieldClientProps) => {
  const { user } = useAuth()
  return user ? <SelectField {...props} /> : null
}

import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { ObatImport } from './ObatImport'
import { WORDS } from './words'

const TITLE = { en: WORDS.en.title, id: WORDS.id.title }

/** `/admin/collections/obat/import`. */
export const ImportView = (view: AdminViewServerProps) => (
  <StaffPage roles={['admin']} title={TITLE} view={view}>
    <ObatImport />
  </StaffPage>
)

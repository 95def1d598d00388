import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { readSite } from '../site'
import { TestClient } from './TestClient'

/** The mode is known when the server runs, not when it is built. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Klien uji konsultasi' }

/** A page to try consultations by hand (consultation.md, "Test Client"); not in production. */
const TestClientPage = async () => {
  if (!(await readSite()).demonstration) notFound()
  return <TestClient />
}

export default TestClientPage

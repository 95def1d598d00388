import './global.css'

import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'Sehat', template: '%s · Sehat' },
  description: 'Sistem klinik dan apotek.',
  robots: { index: false },
}

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="id">
    <body>{children}</body>
  </html>
)

export default Layout

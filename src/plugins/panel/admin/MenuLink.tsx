'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = { path: string; label: string; children: ReactNode }

/** A link of the menu, marked as Payload marks its own when its page, or one below it, is shown. */
export const MenuLink = ({ path, label, children }: Props) => {
  const { config } = useConfig()
  const pathname = usePathname()
  const { admin } = config.routes
  const href = path === '/' ? admin : `${admin}${path}`
  const isBelow = path !== '/' && pathname.startsWith(`${href}/`)
  const isHere = pathname === href
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href={href}
      prefetch={false}
    >
      {(isHere || isBelow) && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
      {children}
    </Link>
  )
}

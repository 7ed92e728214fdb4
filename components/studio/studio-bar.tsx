'use client'

import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'
import { AccountMenu } from './account-menu'
import { NavLink } from './nav-link'

type Props = {
  publication: string
  person: { name: string; email: string }
  links: readonly { href: string; label: string }[]
}

/** The editor fills the screen and has a bar of its own, with the way back; the capture window is a small one. */
const withoutBar = /^\/admin\/(?:issues\/[0-9a-f-]{36}|capture)$/

/** The bar at the top of the studio's pages. */
export function StudioBar({ publication, person, links }: Props) {
  if (withoutBar.test(usePathname())) return null
  return (
    <header className="sticky top-0 z-30 flex flex-wrap items-center gap-x-3 border-b border-rule bg-pane px-3 sm:h-12 sm:flex-nowrap sm:px-4 print:hidden">
      <Link
        href="/admin/issues"
        dir="auto"
        className="min-w-0 flex-1 truncate py-2 font-text text-base font-bold no-underline sm:flex-none"
      >
        {publication}
      </Link>
      <nav
        aria-label="Studio"
        className="order-last -mx-3 flex w-[calc(100%+1.5rem)] gap-1 overflow-x-auto border-t border-rule px-2 py-1 sm:order-none sm:mx-0 sm:w-auto sm:flex-1 sm:border-t-0 sm:px-0"
      >
        {links.map(({ href, label }) => (
          <NavLink key={href} href={href}>
            {label}
          </NavLink>
        ))}
      </nav>
      {/* Readers' pages are another root: a plain link, and the studio stays open beside it. */}
      <a href="/" target="_blank" rel="noopener" className={buttonClass('quiet')}>
        Site <ExternalLink aria-hidden="true" size={14} />
        <span className="sr-only">(opens in a new tab)</span>
      </a>
      <AccountMenu {...person} />
    </header>
  )
}

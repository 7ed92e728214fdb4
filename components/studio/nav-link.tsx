'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'

/**
 * A link of the bar, marked where one is. While its page is on the way it says so: a `loading.tsx` would answer a guest
 * with 200 and a skeleton before the session is known, and a missing issue with 200 instead of 404.
 */
export function NavLink({ href, children }: { href: string; children: string }) {
  const path = usePathname()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="flex min-h-9 items-center rounded-md px-2.5 whitespace-nowrap text-muted no-underline hover:bg-sunk hover:text-ink aria-[current]:bg-sunk aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      {children}
      <Waiting />
    </Link>
  )
}

function Waiting() {
  const { pending } = useLinkStatus()
  return pending ? <span className="ms-1 text-muted">…</span> : null
}

'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'

const tabs = [
  { key: 'calendar', label: 'Dates', href: '/admin/sponsors' },
  { key: 'companies', label: 'Companies', href: '/admin/sponsors/companies' },
  { key: 'placements', label: 'Placements', href: '/admin/sponsors/placements' },
  { key: 'requests', label: 'Requests', href: '/admin/sponsors/requests' },
  { key: 'money', label: 'Money', href: '/admin/sponsors/money' },
] as const

type Props = {
  current: (typeof tabs)[number]['key']
  /** How many requests wait for an answer. */
  requests: number
}

/** The pages about sponsors, beside each other. */
export function SponsorTabs({ current, requests }: Props) {
  const here = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // On a phone the last ones begin beyond the edge.
    here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  return (
    <nav aria-label="Sponsors" className="mb-5 flex overflow-x-auto border-b border-rule sm:gap-1">
      {tabs.map(({ key, label, href }) => (
        <Link
          key={key}
          ref={key === current ? here : null}
          href={href}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px inline-flex min-h-9 flex-none items-center border-b-2 border-transparent px-2.5 text-[0.8125rem] no-underline hover:text-accent aria-[current]:border-ink aria-[current]:font-semibold pointer-coarse:min-h-11"
        >
          {label}
          {key === 'requests' && requests > 0 ? (
            <span className="ms-1.5 rounded-full bg-sunk px-1.5 text-xs tabular-nums">
              {requests}
              <span className="sr-only"> waiting</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}

import Link from 'next/link'

const tabs = [
  { key: 'calendar', label: 'Dates', href: '/admin/sponsors' },
  { key: 'companies', label: 'Companies', href: '/admin/sponsors/companies' },
  { key: 'placements', label: 'Placements', href: '/admin/sponsors/placements' },
  { key: 'money', label: 'Money', href: '/admin/sponsors/money' },
] as const

/** The pages about sponsors, beside each other. */
export function SponsorTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  return (
    <nav aria-label="Sponsors" className="mb-5 flex gap-1 overflow-x-auto border-b border-rule">
      {tabs.map(({ key, label, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent px-3 text-[0.8125rem] no-underline hover:text-accent aria-[current]:border-ink aria-[current]:font-semibold pointer-coarse:min-h-11"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

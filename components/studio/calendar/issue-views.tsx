import Link from 'next/link'

const views = [
  { key: 'list', label: 'List', href: '/admin/issues' },
  { key: 'calendar', label: 'Calendar', href: '/admin/issues/calendar' },
] as const

/** The issues as a list or as a calendar. */
export function IssueViews({ current }: { current: (typeof views)[number]['key'] }) {
  return (
    <nav aria-label="Show issues as" className="mb-5 flex gap-1 border-b border-rule">
      {views.map(({ key, label, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? 'page' : undefined}
          className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent px-2.5 text-[0.8125rem] no-underline hover:text-accent aria-[current]:border-ink aria-[current]:font-semibold pointer-coarse:min-h-11"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

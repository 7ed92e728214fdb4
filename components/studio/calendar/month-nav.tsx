'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { monthAfter } from '@/lib/calendar/rules'
import { monthInWords } from '@/lib/times/rules'

const pathOf = (month: string) => `/admin/issues/calendar?month=${month}`

/** The month that is shown, and the ways to others. */
export function MonthNav({ month, today }: { month: string; today: string }) {
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  const thisMonth = today.slice(0, 7)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <h2 className="me-auto text-base font-semibold">{monthInWords(month)}</h2>
      <nav aria-label="Months" className="flex gap-2">
        <Link href={pathOf(before)} className={buttonClass()} aria-label={monthInWords(before)}>
          <ChevronLeft aria-hidden="true" size={16} />
        </Link>
        <Link
          href="/admin/issues/calendar"
          className={buttonClass()}
          aria-current={month === thisMonth ? 'true' : undefined}
        >
          This month
        </Link>
        <Link href={pathOf(after)} className={buttonClass()} aria-label={monthInWords(after)}>
          <ChevronRight aria-hidden="true" size={16} />
        </Link>
      </nav>
    </div>
  )
}

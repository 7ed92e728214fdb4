import Link from 'next/link'
import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <Page>
      <title>Not here · Gleaner</title>
      <h1 className="sr-only">Not here</h1>
      <EmptyState title="There is nothing at this address">
        <p>It may have been deleted, or the address has a slip in it.</p>
        <Link href="/admin/issues" className={buttonClass('primary')}>
          To the issues
        </Link>
      </EmptyState>
    </Page>
  )
}

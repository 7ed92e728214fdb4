import { Page } from '@/components/studio/page'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <Page width="text">
      <EmptyState title="There is no such page">
        <p>It may have been moved or taken off, or it belongs to somebody else.</p>
        <a href="/sponsor" className={buttonClass()}>
          To your slots
        </a>
      </EmptyState>
    </Page>
  )
}

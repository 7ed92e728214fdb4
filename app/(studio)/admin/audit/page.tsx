import type { Metadata } from 'next'
import { AuditFilterForm } from '@/components/studio/audit/audit-filter'
import { AuditTable } from '@/components/studio/audit/audit-table'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { readAuditLog } from '@/lib/audit-log/queries'
import { auditFilterSchema } from '@/lib/audit-log/schema'
import { now } from '@/lib/clock/clock'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Audit log' }

type Props = { searchParams: Promise<Record<string, string | string[]>> }

/** Who did what, to what, and when. */
export default async function AuditPage({ searchParams }: Props) {
  const { actor } = await requireStudioPage('/admin/audit')
  const filter = auditFilterSchema.parse(await searchParams)
  const { zone } = await readPublication()
  const log = await readAuditLog(actor, filter, zone)
  return (
    <Page>
      <PageHeader title="Audit log" description="Who did what, and when, latest first." />
      <AuditFilterForm filter={filter} choices={log} />
      {log.rows.length > 0 ? (
        <AuditTable log={log} filter={filter} zone={zone} now={now()} />
      ) : (
        <EmptyState title="Nothing found">
          <p>Nobody did anything like that in this time.</p>
        </EmptyState>
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { ChangeList } from '@/components/studio/history/comparison'
import { RestoreButtons } from '@/components/studio/history/restore-buttons'
import { VersionList } from '@/components/studio/history/version-list'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { compareVersions, loadDraftHistory } from '@/lib/history/draft-versions'
import { restorable } from '@/lib/history/rules'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Versions' }

const askedSchema = z.object({
  row: z.uuid().optional().catch(undefined),
  from: z.coerce.number().int().nonnegative().optional().catch(undefined),
})

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

/** What a draft, or one row of it, was, and how it came to be what it is. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { id } = await params
  const { actor } = await requireStudioPage(`/admin/issues/${id}/versions`)
  if (!isUuid(id)) notFound()
  const { row, from } = askedSchema.parse(await searchParams)
  const history = await orNotFound(loadDraftHistory(actor, id, row))
  const { zone } = await readPublication()
  const shown = history.versions.find((version) => version.from === from) ?? history.versions[0]
  const rows = shown ? await orNotFound(compareVersions(actor, id, { ...shown, row })) : []
  const link = 'underline decoration-edge underline-offset-2 hover:decoration-ink'
  return (
    <Page>
      <PageHeader
        title={history.row ? <>Versions of “{history.row.name}”</> : 'Versions of the draft'}
        above={
          <Link href={`/admin/issues/${id}`} dir="auto" className="text-accent">
            {history.title}
          </Link>
        }
        description={
          history.row ? (
            <Link href={`/admin/issues/${id}/versions`} className={link}>
              The whole draft’s versions
            </Link>
          ) : (
            <Link href={`/admin/issues/${id}/history`} className={link}>
              What readers have: the editions
            </Link>
          )
        }
      />
      {shown ? (
        <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <VersionList history={history} shown={shown.from} zone={zone} now={now()} />
          <div className="grid gap-4">
            <RestoreButtons
              issueId={id}
              row={row ?? null}
              version={shown}
              {...restorable(rows, row, shown === history.versions[0])}
            />
            <ChangeList rows={rows} />
          </div>
        </div>
      ) : (
        <EmptyState title="Nothing changed yet">
          <p>From its first change on, each version is kept here.</p>
        </EmptyState>
      )}
    </Page>
  )
}

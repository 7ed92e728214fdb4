import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { Comparison } from '@/components/studio/history/comparison'
import { Timeline } from '@/components/studio/history/timeline'
import { Page } from '@/components/studio/page'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { compareEditions, loadHistory } from '@/lib/history/queries'
import type { IssueHistory } from '@/lib/history/schema'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'History' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ edition?: string | string[] }> }

const editionSchema = z.union([z.literal('draft'), z.coerce.number().int().positive().max(1_000_000)])

/** What the address asks for, else what is newest: the unpublished changes, or the last edition. */
function wantedEdition({ entries, unpublished }: IssueHistory, asked: unknown): number | 'draft' | null {
  const parsed = editionSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  if (unpublished > 0) return 'draft'
  const latest = entries.find((entry) => entry.kind === 'edition')
  return latest?.kind === 'edition' ? latest.edition : null
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const { actor } = await requireStudioPage(`/admin/issues/${id}/history`)
  if (!isUuid(id)) notFound()
  const history = await orNotFound(loadHistory(actor, id))
  const { zone } = await readPublication()
  const shown = wantedEdition(history, (await searchParams).edition)
  return (
    <Page>
      <PageHeader
        title="History"
        description={
          <Link
            href={`/admin/issues/${id}/versions`}
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            The draft’s own versions
          </Link>
        }
        above={
          <Link href={`/admin/issues/${id}`} dir="auto" className="text-accent">
            {history.title}
          </Link>
        }
      />
      {shown === null ? (
        <EmptyState title="No edition yet">
          <p>Each time this issue is published, what readers get is kept here.</p>
        </EmptyState>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <Timeline history={history} shown={shown} zone={zone} now={now()} />
          <Comparison comparison={await orNotFound(compareEditions(actor, id, shown))} />
        </div>
      )}
    </Page>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadAround } from '@/app/(proof)/load-around'
import { requireStudioPage } from '@/lib/accounts/session'
import { now, today } from '@/lib/clock/clock'
import { AppError } from '@/lib/errors/app-error'
import { loadForEditing } from '@/lib/publishing/queries'
import { buildDocument } from '@/lib/publishing/rules'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { IssueView } from '@/lib/render/issue-view'
import { withStudioImages } from '@/lib/sponsors/queries/image-files'

type Props = { params: Promise<{ issueId: string }> }

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

/** A draft as its readers would see it now. The studio shows it in a frame and patches in what is not saved yet. */
export default async function PreviewPage({ params }: Props) {
  const { issueId } = await params
  const { actor } = await requireStudioPage(`/preview/${issueId}`)
  const [publication, draft] = await Promise.all([loadAround(), load(actor, issueId)])
  const at = draft.scheduledAt ?? now().toISOString()
  const times = {
    publishedAt: draft.published?.publishedAt ?? at,
    updatedAt: draft.published?.updatedAt ?? at,
  }
  const built = buildDocument(draft, publication, { edition: 0, ...times, correction: null })
  const document = await withStudioImages(actor, built)
  return (
    <PageFrame publication={publication}>
      <IssueView document={document} publication={publication} today={today()} />
    </PageFrame>
  )
}

async function load(...[actor, id]: Parameters<typeof loadForEditing>) {
  try {
    return await loadForEditing(actor, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}

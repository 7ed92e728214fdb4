import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { IssueDesk } from '@/components/editor/issue-desk'
import { requireStudioPage } from '@/lib/accounts/session'
import { AppError } from '@/lib/errors/app-error'
import { readDisclosureNames, readPublication } from '@/lib/publication/queries'
import { loadForEditing } from '@/lib/publishing/queries'

type Props = { params: Promise<{ id: string }> }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const load = cache(async (id: string) => {
  const { actor } = await requireStudioPage(`/admin/issues/${id}`)
  if (!UUID.test(id)) notFound()
  try {
    return { actor, issue: await loadForEditing(actor, id) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { issue } = await load((await params).id)
  return { title: issue.title || 'Untitled issue' }
}

/** One issue, open for writing. A planned or skipped one has nothing to write in yet. */
export default async function IssuePage({ params }: Props) {
  const { id } = await params
  const [{ actor, issue }, publication, names] = await Promise.all([
    load(id),
    readPublication(),
    readDisclosureNames(),
  ])
  if (issue.state === 'PLANNED' || issue.state === 'SKIPPED') redirect('/admin/issues')
  return <IssueDesk issue={issue} userId={actor.id} publication={publication} names={names} />
}

import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { IssueDesk } from '@/components/editor/issue-desk'
import { requireStudioPage } from '@/lib/accounts/session'
import { isUuid } from '@/lib/ids/rules'
import { readDeskSettings, readPublication } from '@/lib/publication/queries'
import { loadForEditing } from '@/lib/publishing/queries'
import { recentSponsors } from '@/lib/slots/queries/recent-sponsors'
import { studioImagePaths } from '@/lib/sponsors/queries/image-files'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const { actor, email } = await requireStudioPage(`/admin/issues/${id}`)
  if (!isUuid(id)) notFound()
  return { actor, email, issue: await orNotFound(loadForEditing(actor, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { issue } = await load((await params).id)
  return { title: issue.title || 'Untitled issue' }
}

/** One issue, open for writing. A planned or skipped one has nothing to write in yet. */
export default async function IssuePage({ params }: Props) {
  const { id } = await params
  const [{ actor, email, issue }, publication, settings] = await Promise.all([
    load(id),
    readPublication(),
    readDeskSettings(),
  ])
  if (issue.state === 'PLANNED' || issue.state === 'SKIPPED') redirect('/admin/issues')
  const addresses = issue.sponsorParts.flatMap(({ image }) => (image ? [image.url] : []))
  const images = await studioImagePaths(actor, addresses)
  const disclosing = { ...settings, recentSponsors: await recentSponsors(actor, issue.id) }
  const person = { id: actor.id, email }
  return (
    <IssueDesk
      issue={issue}
      person={person}
      publication={publication}
      settings={disclosing}
      images={images}
    />
  )
}

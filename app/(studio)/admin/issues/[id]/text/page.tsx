import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { OwnEditor } from '@/components/studio/draft-text/own-editor'
import { TextDesk } from '@/components/studio/draft-text/text-desk'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { listTokens } from '@/lib/accounts/queries/list-tokens'
import { requireStudioPage } from '@/lib/accounts/session'
import { loadDraftText } from '@/lib/draft-text/queries'
import { env } from '@/lib/env/env'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'As one text' }

type Props = { params: Promise<{ id: string }> }

/** The whole draft as one Markdown text. */
export default async function TextPage({ params }: Props) {
  const { id } = await params
  const { actor } = await requireStudioPage(`/admin/issues/${id}/text`)
  if (!isUuid(id)) notFound()
  const { text, name, title } = await orNotFound(loadDraftText(actor, id))
  const [tokens, { zone }] = await Promise.all([listTokens(actor, 'DRAFT'), readPublication()])
  return (
    <Page>
      <PageHeader
        title="As one text"
        above={
          <Link href={`/admin/issues/${id}`} dir="auto" className="text-accent">
            {title}
          </Link>
        }
        description="Edit it here, or copy it into an editor of your own and bring it back. What others save meanwhile is kept."
      />
      <TextDesk issueId={id} name={name} text={text} />
      <OwnEditor
        address={`${env().APP_URL}/api/issues/${id}/draft.md`}
        name={name}
        tokens={tokens}
        zone={zone}
        path={`/admin/issues/${id}/text`}
      />
    </Page>
  )
}

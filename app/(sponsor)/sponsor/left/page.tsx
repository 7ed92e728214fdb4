import type { Metadata } from 'next'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'

export const metadata: Metadata = { title: 'Goodbye' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** After leaving, and where a link doesn't work: what to do, and nothing about whether there ever was such a link. */
export default async function LeftPage({ searchParams }: Props) {
  const { problem } = await searchParams
  return (
    <Page width="text">
      {problem === 'link' ? (
        <PageHeader
          title="This link doesn’t work"
          description="It was revoked, or a part of it got lost on the way. Open it from the mail again, or ask the editors for a new one."
        />
      ) : (
        <PageHeader
          title="You have left"
          description="This computer has forgotten you. The link in your mail goes on working."
        />
      )}
    </Page>
  )
}

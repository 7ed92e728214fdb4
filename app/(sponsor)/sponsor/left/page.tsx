import type { Metadata } from 'next'
import { ForgetUnsavedCopy } from '@/components/sponsors/forget-unsaved-copy'
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
        <>
          <PageHeader
            title="This link doesn’t work"
            description="It was revoked, nobody used it for half a year, or a part of it got lost on the way. What you wrote is kept."
          />
          <h2 className="font-semibold">How to come in again</h2>
          <ol className="mt-1 max-w-prose list-decimal space-y-1 ps-5">
            <li>Open the newest mail about your message: each has a link of its own.</li>
            <li>Does that one not work either? Ask the editors for a new link; they make one in a moment.</li>
            <li>
              If you were invited to sign in, you can <a href="/sign-in?next=/sponsor">sign in</a> instead.
            </li>
          </ol>
        </>
      ) : (
        <>
          <PageHeader
            title="You have left"
            description="This computer has forgotten you. The link in your mail goes on working."
          />
          <ForgetUnsavedCopy />
        </>
      )}
    </Page>
  )
}

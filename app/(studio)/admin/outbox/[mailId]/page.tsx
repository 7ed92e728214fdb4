import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkedText } from '@/components/accounts/linked-text'
import { MailFrame } from '@/components/accounts/mail-frame'
import { Moment } from '@/components/accounts/moment'
import { Page } from '@/components/studio/page'
import { PageHeader } from '@/components/ui/page-header'
import { findOutboxMail } from '@/lib/accounts/queries/outbox'
import { requireOwnerPage } from '@/lib/accounts/session'
import { readPublication } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Message' }

export default async function OutboxMailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const { mailId } = await params
  const { actor } = await requireOwnerPage(`/admin/outbox/${mailId}`)
  const mail = await findOutboxMail(actor, mailId)
  if (!mail) notFound()
  const { zone } = await readPublication()
  return (
    <Page>
      <PageHeader
        above={
          <a
            href="/admin/outbox"
            className="underline decoration-edge underline-offset-2 hover:decoration-ink"
          >
            Outbox
          </a>
        }
        title={<span dir="auto">{mail.subject}</span>}
        description={
          <>
            To {mail.to} · <Moment at={mail.at} zone={zone} />
          </>
        }
      />
      <div className="grid gap-6 xl:grid-cols-2">
        <section aria-labelledby="as-html" className="grid content-start gap-2">
          <h2 id="as-html" className="font-semibold">
            As HTML
          </h2>
          <MailFrame html={mail.html} subject={mail.subject} />
        </section>
        <section aria-labelledby="as-text" className="grid content-start gap-2">
          <h2 id="as-text" className="font-semibold">
            As plain text
          </h2>
          <div className="rounded-lg border border-rule bg-pane p-5">
            <LinkedText text={mail.text.trimEnd()} />
          </div>
        </section>
      </div>
    </Page>
  )
}

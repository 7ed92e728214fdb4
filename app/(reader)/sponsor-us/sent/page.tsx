import type { Metadata } from 'next'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { readOpenOffers } from '@/lib/storefront/queries'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const page = pageMetadata({
    publication,
    path: '/sponsor-us/sent',
    title: 'Your request is with us',
    description: '',
  })
  return { ...page, robots: { index: false } }
}

/** Says the same to everybody, and to robots too. */
export default async function RequestSentPage() {
  const [publication, open] = await Promise.all([loadPublication(), readOpenOffers()])
  const days = !open ? 'some days' : open.holdDays === 1 ? 'a day' : `${open.holdDays} days`
  return (
    <PageFrame publication={publication} tongue={spoken(en, publication)}>
      <header className="issue-head">
        <p className="eyebrow">
          <a href="/sponsor-us">For sponsors of {publication.name}</a>
        </p>
        <h1>Your request is with us</h1>
      </header>
      <p>
        Thank you. The date is kept for you for {days} while we answer, by mail to the address that you gave.
        Nothing is booked yet.
      </p>
    </PageFrame>
  )
}

import { SponsorsHead } from '@/components/reader/storefront/sponsors-head'
import { readAround } from '@/lib/archive/around-queries'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { readOpenOffers } from '@/lib/storefront/queries'
import type { Page } from '@/server/reader/made'

/** `/sponsor-us/sent`: says the same to everybody, and to robots too. */
export async function makeRequestSentPage(): Promise<Page> {
  const [publication, open] = await Promise.all([readAround(), readOpenOffers()])
  const days = !open ? 'some days' : open.holdDays === 1 ? 'a day' : `${open.holdDays} days`
  return {
    publication,
    head: {
      path: '/sponsor-us/sent',
      title: 'Your request is with us',
      description: '',
      robots: 'noindex',
    },
    frame: { tongue: spoken(en, publication) },
    content: (
      <>
        <SponsorsHead publication={publication.name} title="Your request is with us" />
        <p>
          Thank you. The date is kept for you for {days} while we answer, by mail to the address that you
          gave. Nothing is booked yet.
        </p>
      </>
    ),
  }
}

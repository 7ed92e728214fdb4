import { RequestForm } from '@/components/reader/storefront/request-form'
import { SponsorsHead } from '@/components/reader/storefront/sponsors-head'
import { readAround } from '@/lib/archive/around-queries'
import { notFound } from '@/lib/errors/app-error'
import { keptForm } from '@/lib/forms/queries'
import { problemInWords } from '@/lib/forms/rules'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { readOpenOffers } from '@/lib/storefront/queries'
import { requestForm } from '@/lib/storefront/rules'
import type { Asked, Page } from '@/server/reader/made'

/** `/sponsor-us/request`: asks for a date. @throws AppError not_found if the storefront was closed since it was resolved */
export async function makeRequestPage({ query }: Asked): Promise<Page> {
  const { placement = '', date = '', kept: keptId = '', problem: code = '' } = query
  const [publication, open, kept] = await Promise.all([
    readAround(),
    readOpenOffers(),
    keptForm(requestForm, keptId),
  ])
  if (!open) throw notFound('page')
  const problem = code ? problemInWords(code, 'requests') : undefined
  const begun = { typed: { place: `${placement}/${date}` }, problems: problem ? { form: problem } : {} }
  const { holdDays } = open
  return {
    publication,
    head: {
      path: '/sponsor-us/request',
      title: 'Ask for a date',
      description: 'Ask for a date in an issue.',
      robots: 'noindex',
    },
    frame: { tongue: spoken(en, publication) },
    content: (
      <>
        <SponsorsHead publication={publication.name} title="Ask for a date" />
        <p>
          The date is kept for you for {holdDays} {holdDays === 1 ? 'day' : 'days'} while we answer by mail.
          Nothing is booked, and nothing is owed, until we both say yes.
        </p>
        <RequestForm offers={open.offers} kept={kept ?? begun} lang={publication.lang} />
      </>
    ),
  }
}

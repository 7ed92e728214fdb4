import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { RequestForm } from '@/components/reader/storefront/request-form'
import { keptForm } from '@/lib/forms/queries'
import { problemInWords } from '@/lib/forms/rules'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { readOpenOffers } from '@/lib/storefront/queries'
import { requestForm } from '@/lib/storefront/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const description = 'Ask for a date in an issue.'
  const page = pageMetadata({
    publication,
    path: '/sponsor-us/request',
    title: 'Ask for a date',
    description,
  })
  return { ...page, robots: { index: false } }
}

export default async function RequestPage({ searchParams }: Props) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const [publication, open, kept] = await Promise.all([
    loadPublication(),
    readOpenOffers(),
    keptForm(requestForm, one('kept') ?? ''),
  ])
  if (!open) notFound()
  const problem = one('problem') ? problemInWords(one('problem'), 'requests') : undefined
  const begun = {
    typed: { place: `${one('placement')}/${one('date')}` },
    problems: problem ? { form: problem } : {},
  }
  const { holdDays } = open
  return (
    <PageFrame publication={publication} tongue={spoken(en, publication)}>
      <header className="issue-head">
        <p className="eyebrow">
          <a href="/sponsor-us">For sponsors of {publication.name}</a>
        </p>
        <h1>Ask for a date</h1>
      </header>
      <p>
        The date is kept for you for {holdDays} {holdDays === 1 ? 'day' : 'days'} while we answer by mail.
        Nothing is booked, and nothing is owed, until we both say yes.
      </p>
      <RequestForm offers={open.offers} kept={kept ?? begun} lang={publication.lang} />
    </PageFrame>
  )
}

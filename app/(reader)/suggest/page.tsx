import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { SuggestionForm } from '@/components/reader/suggest/suggestion-form'
import { keptForm } from '@/lib/forms/queries'
import { problemInWords } from '@/lib/forms/rules'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { suggestionForm } from '@/lib/suggestions/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const description = `Suggest a link for an issue of ${publication.name}.`
  return pageMetadata({ publication, path: '/suggest', title: 'Suggest a link', description })
}

/** Readers send in what they think belongs into an issue. */
export default async function SuggestPage({ searchParams }: Props) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const [publication, kept] = await Promise.all([loadPublication(), keptForm(suggestionForm, one('kept'))])
  if (!publication.suggestionsOpen) notFound()
  const problem = one('problem') ? problemInWords(one('problem'), 'suggestions') : undefined
  const begun = { typed: { url: one('url') }, problems: problem ? { form: problem } : {} }
  return (
    <PageFrame publication={publication} tongue={spoken(en, publication)}>
      <header className="issue-head">
        <h1>Suggest a link</h1>
      </header>
      <p>
        You came across something that readers of {publication.name} should see? Send it here. We read
        everything; what fits goes into an issue. You get an address where you see what became of it, and we
        need none of yours.
      </p>
      <SuggestionForm kept={kept ?? begun} />
    </PageFrame>
  )
}

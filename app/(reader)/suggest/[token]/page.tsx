import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { formatDate } from '@/lib/render/dates'
import { issuePath } from '@/lib/render/issue-path'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { dateInZone } from '@/lib/schedule/rules'
import { findSuggestion } from '@/lib/suggestions/queries'
import type { SuggestionView } from '@/lib/suggestions/schema'

type Props = { params: Promise<{ token: string }> }

/** Names no address of its own: it is its sender's. */
export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const page = pageMetadata({ publication, path: '/suggest', title: 'Your suggestion', description: '' })
  return { ...page, alternates: null, robots: { index: false, follow: false } }
}

/** What became of a suggestion, for whoever has its address. */
export default async function SuggestionPage({ params }: Props) {
  const [publication, suggestion] = await Promise.all([
    loadPublication(),
    params.then(({ token }) => findSuggestion(token)),
  ])
  if (!suggestion) notFound()
  const sentOn = formatDate(dateInZone(suggestion.sentAt, publication.zone), 'en')
  return (
    <PageFrame publication={publication} tongue={spoken(en, publication)}>
      <header className="issue-head">
        <p className="eyebrow">Your suggestion of {sentOn}</p>
        <h1>{headings[suggestion.outcome]}</h1>
      </header>
      <p dir="ltr">{suggestion.url}</p>
      <Outcome suggestion={suggestion} />
      {publication.suggestionsOpen && (
        <p>
          <a href="/suggest">Suggest another link</a>
        </p>
      )}
    </PageFrame>
  )
}

const headings: Record<SuggestionView['outcome'], string> = {
  waits: 'Thank you, it is with us',
  taken: 'It is in an issue',
  passed: 'Not this time',
}

function Outcome({ suggestion: { outcome, issue } }: { suggestion: SuggestionView }) {
  if (issue) {
    return (
      <p>
        Thank you! Readers find it in <a href={issuePath(issue.slug)}>{issue.title}</a>.
      </p>
    )
  }
  if (outcome === 'passed') return <p>It isn’t in an issue. Thank you all the same; send us the next one.</p>
  return (
    <p>
      It waits to be read. <strong>Keep this page’s address</strong>, as a bookmark for example: it is yours
      alone, and says what became of it.
    </p>
  )
}

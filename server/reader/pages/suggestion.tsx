import { readAround } from '@/lib/archive/around-queries'
import { notFound } from '@/lib/errors/app-error'
import { formatDate } from '@/lib/render/dates'
import { issuePath } from '@/lib/render/issue-path'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { dateInZone } from '@/lib/schedule/rules'
import { findSuggestion } from '@/lib/suggestions/queries'
import type { SuggestionView } from '@/lib/suggestions/schema'
import type { Asked, Page } from '@/server/reader/made'

/**
 * `/suggest/TOKEN`: what became of a suggestion, for whoever has its address. It names no address of its own: it is its
 * sender's.
 * @throws AppError not_found if it was deleted since it was resolved
 */
export async function makeSuggestionPage({ params: { token = '' } }: Asked): Promise<Page> {
  const [publication, suggestion] = await Promise.all([readAround(), findSuggestion(token)])
  if (!suggestion) throw notFound('suggestion')
  const sentOn = formatDate(dateInZone(suggestion.sentAt, publication.zone), 'en')
  return {
    publication,
    head: {
      path: '/suggest',
      title: 'Your suggestion',
      description: '',
      robots: 'noindex, nofollow',
      isPrivate: true,
    },
    frame: { tongue: spoken(en, publication) },
    content: (
      <>
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
      </>
    ),
  }
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

import { SuggestionForm } from '@/components/reader/suggest/suggestion-form'
import { readAround } from '@/lib/archive/around-queries'
import { notFound } from '@/lib/errors/app-error'
import { keptForm } from '@/lib/forms/queries'
import { problemInWords } from '@/lib/forms/rules'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { suggestionForm } from '@/lib/suggestions/rules'
import type { Asked, Page } from '@/server/reader/made'

/**
 * `/suggest`: readers send in what they think belongs into an issue.
 * @throws AppError not_found if that was switched off since it was resolved
 */
export async function makeSuggestPage({ query }: Asked): Promise<Page> {
  const { url = '', kept: keptId = '', problem: code = '' } = query
  const [publication, kept] = await Promise.all([readAround(), keptForm(suggestionForm, keptId)])
  if (!publication.suggestionsOpen) throw notFound('page')
  const problem = code ? problemInWords(code, 'suggestions') : undefined
  const begun = { typed: { url }, problems: problem ? { form: problem } : {} }
  return {
    publication,
    head: {
      path: '/suggest',
      title: 'Suggest a link',
      description: `Suggest a link for an issue of ${publication.name}.`,
    },
    frame: { tongue: spoken(en, publication) },
    content: (
      <>
        <header className="issue-head">
          <h1>Suggest a link</h1>
        </header>
        <p>
          You came across something that readers of {publication.name} should see? Send it here. We read
          everything; what fits goes into an issue. You get an address where you see what became of it, and we
          need none of yours.
        </p>
        <SuggestionForm kept={kept ?? begun} />
      </>
    ),
  }
}

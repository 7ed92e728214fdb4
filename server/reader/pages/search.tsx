import { SearchForm } from '@/components/reader/search-form'
import { HowToSearch, SearchResultList } from '@/components/reader/search-results'
import { type Around, readAround } from '@/lib/archive/around-queries'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { readSearchChoices } from '@/lib/search/choices'
import { searchItems } from '@/lib/search/queries'
import { readSearchRequest, type SearchRequest, searchPath } from '@/lib/search/rules'
import { firstPage } from '@/lib/search/schema'
import type { PageHead } from '@/server/reader/head'
import type { Asked, Page } from '@/server/reader/made'

/** Results are nothing to find by searching elsewhere (docs/adr/0022); what they lead to is. The page that asks is a page. */
function headOf(request: SearchRequest, { lang, name }: Around): PageHead {
  const { search, archive: description, resultsFor } = wordsOf(lang).search
  const title = request.typed ? resultsFor(request.typed) : search
  const [, query] = searchPath({ ...request, after: null }).split('?')
  if (!query) return { title, description, path: '/search' }
  const feed = { of: { path: '/search', query }, title: `${title} · ${name}` }
  return { title, description, path: null, feed }
}

/** `/search`: the form, and what was found. */
export async function makeSearchPage({ query }: Asked): Promise<Page> {
  const request = readSearchRequest(query)
  const { typed, filters, after } = request
  const [publication, choices, results] = await Promise.all([
    readAround(),
    readSearchChoices(),
    searchItems(typed, filters, { ...firstPage, after }),
  ])
  const words = wordsOf(publication.lang)
  const Outcome = results.found === 'unasked' ? HowToSearch : SearchResultList
  return {
    publication,
    head: headOf(request, publication),
    frame: { search: false },
    content: (
      <>
        <h1 className="search-title" {...spoken(words, publication)}>
          {words.search.search}
        </h1>
        <SearchForm request={request} choices={choices} around={publication} />
        <Outcome results={results} request={request} around={publication} />
      </>
    ),
  }
}

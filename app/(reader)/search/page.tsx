import type { Metadata } from 'next'
import { loadPublication } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { SearchForm } from '@/components/reader/search-form'
import { HowToSearch, SearchResultList } from '@/components/reader/search-results'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { readSearchChoices } from '@/lib/search/choices'
import { searchItems } from '@/lib/search/queries'
import { readSearchRequest, searchPath } from '@/lib/search/rules'
import { firstPage } from '@/lib/search/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Results are nothing to find by searching elsewhere (docs/adr/0024); what they lead to is. The page that asks is a page. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [publication, parameters] = await Promise.all([loadPublication(), searchParams])
  const { search, archive, resultsFor } = wordsOf(publication.lang).search
  const request = readSearchRequest(parameters)
  const { typed } = request
  const title = typed ? resultsFor(typed) : search
  const [, query] = searchPath({ ...request, after: null }).split('?')
  const page = { publication, title, description: archive }
  if (!query) return pageMetadata({ ...page, path: '/search' })
  const feed = { of: { path: '/search', query }, title: `${title} · ${publication.name}` }
  return pageMetadata({ ...page, path: null, feed })
}

export default async function SearchPage({ searchParams }: Props) {
  const request = readSearchRequest(await searchParams)
  const { typed, filters, after } = request
  const [publication, choices, results] = await Promise.all([
    loadPublication(),
    readSearchChoices(),
    searchItems(typed, filters, { ...firstPage, after }),
  ])
  const words = wordsOf(publication.lang)
  const Outcome = results.found === 'unasked' ? HowToSearch : SearchResultList
  return (
    <PageFrame publication={publication} search={false}>
      <h1 className="search-title" {...spoken(words, publication)}>
        {words.search.search}
      </h1>
      <SearchForm request={request} choices={choices} around={publication} />
      <Outcome results={results} request={request} around={publication} />
    </PageFrame>
  )
}

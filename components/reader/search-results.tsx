import type { Tongue } from '@/lib/document/language'
import { itemAnchor } from '@/lib/render/block-context'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { itemPath } from '@/lib/render/found-paths'
import { safeHref } from '@/lib/render/href'
import { issuePath } from '@/lib/render/issue-path'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { hasFilters, type SearchRequest, searchPath } from '@/lib/search/rules'
import { noFilters, type SearchHit, type SearchResults } from '@/lib/search/schema'
import { Follow } from './feed-links'

type Around = { around: Tongue }

/** What comes of a search later; none where nothing is asked for. */
function FollowSearch({ request, around }: { request: SearchRequest } & Around) {
  const [path = '', query = ''] = searchPath({ ...request, after: null }).split('?')
  if (!query) return null
  const { search } = wordsOf(around.lang)
  const name = request.typed ? search.resultsFor(request.typed) : search.search
  return <Follow of={{ path, query }} name={name} around={around} />
}

type Piece = SearchHit['title'][number]

/** A text with what was looked for marked in it. */
function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, marked }, index) => {
    // Pieces of one text, which has no other order.
    const key = `${index} ${text}`
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

function Result({ hit, around }: { hit: SearchHit } & Around) {
  const { id, title, excerpt, host, item, issue, date } = hit
  const href = safeHref(item.url)
  return (
    <li>
      <article>
        <h2 className="headline" {...dirAttribute(plain(title), around.dir)}>
          <a href={itemPath(id)}>
            <Marked pieces={title} />
          </a>
        </h2>
        {excerpt.length > 0 && (
          <p {...dirAttribute(plain(excerpt), around.dir)}>
            <Marked pieces={excerpt} />
          </p>
        )}
        <p className="source">
          {href && host && (
            <span>
              <a className="host" href={href} rel="noopener">
                <bdi>{host}</bdi>
              </a>
            </span>
          )}
          <span>
            <a href={`${issuePath(issue.slug)}#${itemAnchor(id)}`}>
              <bdi>{issue.title}</bdi>
            </a>
          </span>
          <time dateTime={date}>{formatDate(date, around.lang)}</time>
        </p>
      </article>
    </li>
  )
}

/** What there is to say of the results before they come. */
function Account({ results, request, around }: { results: SearchResults; request: SearchRequest } & Around) {
  const words = wordsOf(around.lang)
  const { found, total, order, corrections, cut } = results
  const isMany = found === 'all' && order === 'newest' && total === null
  return (
    <div className="account" {...spoken(words, around)}>
      {corrections.map(({ typed, meant }) => (
        <p key={typed}>{words.search.corrected(typed, meant)}</p>
      ))}
      {found === 'any' && <p>{words.search.some}</p>}
      {isMany && <p>{words.search.newestFirst}</p>}
      {total !== null && <p className="total">{words.search.results(total)}</p>}
      {cut && <p>{words.search.cut}</p>}
      {hasFilters(request.filters) && (
        <p>
          <a href={searchPath({ ...request, filters: noFilters, after: null })}>
            {words.search.withoutFilters}
          </a>
        </p>
      )}
      {found === 'all' && <FollowSearch request={request} around={around} />}
    </div>
  )
}

function Pages({ next, request, around }: { next: string | null; request: SearchRequest } & Around) {
  const words = wordsOf(around.lang)
  if (!next && !request.after) return null
  return (
    <nav className="pager" aria-label={words.search.pages} {...spoken(words, around)}>
      {request.after && <a href={searchPath({ ...request, after: null })}>{words.search.first}</a>}
      {next && (
        <a href={searchPath({ ...request, after: next })} rel="next">
          {words.search.more}
        </a>
      )}
    </nav>
  )
}

/** What came of a search, with what to do where nothing did. */
export function SearchResultList(props: { results: SearchResults; request: SearchRequest } & Around) {
  const { results, request, around } = props
  if (results.hits.length === 0) return <NothingFound {...props} />
  return (
    <>
      <Account {...props} />
      <ol className="results">
        {results.hits.map((hit) => (
          <Result key={hit.id} hit={hit} around={around} />
        ))}
      </ol>
      <Pages next={results.next} request={request} around={around} />
    </>
  )
}

function NothingFound({
  results,
  request,
  around,
}: { results: SearchResults; request: SearchRequest } & Around) {
  const words = wordsOf(around.lang)
  const { nothing, nothingFor, advice, tooLong, withoutFilters, first } = words.search
  const said = results.found === 'too-long' ? tooLong : request.typed ? nothingFor(request.typed) : nothing
  return (
    <div className="account" {...spoken(words, around)}>
      <p>{request.after ? nothing : said}</p>
      {results.found === 'nothing' && request.typed && <p>{advice}</p>}
      {request.after && (
        <p>
          <a href={searchPath({ ...request, after: null })}>{first}</a>
        </p>
      )}
      {hasFilters(request.filters) && (
        <p>
          <a href={searchPath({ ...request, filters: noFilters, after: null })}>{withoutFilters}</a>
        </p>
      )}
    </div>
  )
}

/** What can be typed, for whoever has typed nothing that can be looked for. */
export function HowToSearch({
  results,
  request,
  around,
}: { results: SearchResults; request: SearchRequest } & Around) {
  const words = wordsOf(around.lang)
  const { how, examples, onlyExcludes, noWords } = words.search
  const typed = ['connection repair', '"connection repair"', 'repair -roof']
  return (
    <div className="account" {...spoken(words, around)}>
      {results.onlyExcludes ? <p>{onlyExcludes}</p> : request.typed && <p>{noWords}</p>}
      <h2>{how}</h2>
      <dl className="how">
        {typed.map((example, index) => (
          <div key={example}>
            <dt>
              <code dir="ltr">{example}</code>
            </dt>
            <dd>{examples[index]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

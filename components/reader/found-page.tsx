import type { FoundPage, TermKind } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { dirAttribute } from '@/lib/render/direction'
import { termPath } from '@/lib/render/found-paths'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { Follow } from './feed-links'
import { FoundList } from './found-list'

type Props = {
  kind: TermKind
  found: FoundPage
  /** Whether this is a page behind the first. */
  isLater: boolean
  around: Tongue
}

function Eyebrow({ kind, count, around }: { kind: TermKind; count: number; around: Tongue }) {
  const words = wordsOf(around.lang)
  const { topics, fromSite, byAuthor } = words.found
  return (
    <p className="eyebrow" {...spoken(words, around)}>
      {kind === 'TOPIC' ? <a href="/topics">{topics}</a> : kind === 'SITE' ? fromSite : byAuthor}
      {' · '}
      {words.items(count)}
    </p>
  )
}

/** What is found under a topic, by an author or leading to a site, a page at a time. */
export function FoundPageView({ kind, found, isLater, around }: Props) {
  const { term, count, items, next } = found
  const words = wordsOf(around.lang)
  const path = termPath(kind, term.slug)
  return (
    <>
      <header className="issue-head">
        <Eyebrow kind={kind} count={count} around={around} />
        <h1 {...dirAttribute(term.name, around.dir)}>{term.name}</h1>
        <Follow of={{ path }} name={term.name} around={around} />
      </header>
      <FoundList items={items} around={around} site={kind === 'SITE' ? term.slug : undefined} />
      {(isLater || next) && (
        <nav className="pager" aria-label={words.found.pages} {...spoken(words, around)}>
          {isLater && <a href={path}>{words.found.newest}</a>}
          {next && (
            <a href={`${path}/after/${next}`} rel="next">
              {words.found.older}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

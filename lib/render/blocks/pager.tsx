import type { IssueNeighbour, IssueNeighbours } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { issuePath } from '@/lib/render/issue-path'
import type { Words } from '@/lib/render/words/words'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

type NeighbourProps = { issue: IssueNeighbour; rel: 'prev' | 'next'; words: Words; around: Tongue }

function Neighbour({ issue, rel, words, around }: NeighbourProps) {
  return (
    <a href={issuePath(issue.slug)} rel={rel}>
      <small {...spoken(words, around)}>{rel === 'prev' ? words.previous : words.next}</small>
      <bdi>{issue.title}</bdi>
    </a>
  )
}

/** The way to the issues before and after; nothing where an issue stands alone. */
export function Pager({ neighbours, around }: { neighbours: IssueNeighbours; around: Tongue }) {
  const { previous, next } = neighbours
  if (!previous && !next) return null
  const words = wordsOf(around.lang)
  return (
    <nav className="pager" aria-label={words.otherIssues}>
      {previous && <Neighbour issue={previous} rel="prev" words={words} around={around} />}
      {next && <Neighbour issue={next} rel="next" words={words} around={around} />}
    </nav>
  )
}

import type { IssueNeighbour, IssueNeighbours } from '@/lib/archive/schema'
import { issuePath } from '@/lib/render/issue-path'

function Neighbour({ issue, rel }: { issue: IssueNeighbour; rel: 'prev' | 'next' }) {
  return (
    <a href={issuePath(issue.slug)} rel={rel}>
      <small>{rel === 'prev' ? 'Previous' : 'Next'}</small>
      <bdi>{issue.title}</bdi>
    </a>
  )
}

/** The way to the issues before and after; nothing where an issue stands alone. */
export function Pager({ neighbours }: { neighbours: IssueNeighbours }) {
  const { previous, next } = neighbours
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label="Other issues">
      {previous && <Neighbour issue={previous} rel="prev" />}
      {next && <Neighbour issue={next} rel="next" />}
    </nav>
  )
}

import type { ReactNode } from 'react'
import type { IssueDocument } from '@/lib/document/schema'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/** Whether the title says the number already, as `SRE Weekly Issue #41` does: then nothing needs to say it again. */
export function titleSaysNumber(title: string, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?!\\d)`).test(title)
}

/** Date, number and title. `children` stand in for the title's words, e.g. a link around them on the front page. */
export function IssueHead({
  issue,
  href,
}: {
  issue: IssueDocument['issue']
  href?: string | undefined
}): ReactNode {
  const number = issue.number !== null && !titleSaysNumber(issue.title, issue.number) ? issue.number : null
  const words = wordsOf(issue.lang)
  const own = dirAttribute(issue.title, issue.dir)
  return (
    <header className="issue-head">
      <p className="eyebrow">
        {number !== null && <span {...spoken(words, issue)}>{words.issueNumber(number)} · </span>}
        <time dateTime={issue.date}>{formatDate(issue.date, issue.lang)}</time>
      </p>
      <h1>
        {href ? (
          <a href={href} {...own}>
            {issue.title}
          </a>
        ) : own.dir ? (
          <span {...own}>{issue.title}</span>
        ) : (
          issue.title
        )}
      </h1>
    </header>
  )
}

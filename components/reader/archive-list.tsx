import { type ArchiveYear, groupByYear } from '@/lib/archive/rules'
import type { ArchiveEntry, YearCount } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { titleSaysNumber } from '@/lib/render/blocks/issue-head'
import { SectionHead } from '@/lib/render/blocks/section-head'
import { formatDay } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { yearPath } from '@/lib/render/found-paths'
import { issuePath } from '@/lib/render/issue-path'
import type { Words } from '@/lib/render/words/words'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

type Said = { words: Words; around: Tongue }

function Entry({ entry, words, around }: { entry: ArchiveEntry } & Said) {
  const { slug, title, number, date, itemCount } = entry
  const says = number === null || titleSaysNumber(title, number)
  return (
    <li>
      <time dateTime={date}>{formatDay(date, around.lang)}</time>
      <a href={issuePath(slug)} {...dirAttribute(title, around.dir)}>
        {says ? title : `${number} · ${title}`}
      </a>
      <span className="count" {...spoken(words, around)}>
        {words.items(itemCount)}
      </span>
    </li>
  )
}

function Year({ year, entries, words, around }: ArchiveYear & Said) {
  const count = words.issues(entries.length)
  return (
    <section aria-labelledby={`y${year}`}>
      <SectionHead id={`y${year}`} title={year} count={count} words={words} around={around} />
      <ol className="archive" reversed>
        {entries.map((entry) => (
          <Entry key={entry.slug} entry={entry} words={words} around={around} />
        ))}
      </ol>
    </section>
  )
}

function Years({ years, shown, words, around }: { years: readonly YearCount[]; shown: string[] } & Said) {
  return (
    <nav className="years" aria-label={words.years} {...spoken(words, around)}>
      {years.map(({ year, count }) => (
        <a key={year} href={yearPath(year)} {...(shown.includes(year) ? { 'aria-current': 'true' } : {})}>
          {year} <small>{count}</small>
        </a>
      ))}
    </nav>
  )
}

type Props = {
  /** All there are, newest first. */
  years: readonly YearCount[]
  /** The issues to show, newest first. */
  entries: readonly ArchiveEntry[]
  /** Set on the page of one year. */
  year?: string
  around: Tongue
}

/** Published issues by year, with a way to each year where there are several. */
export function ArchiveList({ years, entries, year, around }: Props) {
  const words = wordsOf(around.lang)
  const total = years.reduce((sum, { count }) => sum + count, 0)
  const groups = groupByYear(entries)
  const shown = groups.map((group) => group.year)
  return (
    <>
      <header className="issue-head" {...spoken(words, around)}>
        <p className="eyebrow">
          {words.issues(total)}
          {year && (
            <>
              {' · '}
              <a href="/issues">{words.found.newest}</a>
            </>
          )}
        </p>
        <h1>{year ? words.found.archiveOf(year) : words.archive}</h1>
      </header>
      {years.length > 1 && <Years years={years} shown={shown} words={words} around={around} />}
      {groups.map((group) => (
        <Year key={group.year} {...group} words={words} around={around} />
      ))}
    </>
  )
}

import { type ArchiveYear, groupByYear } from '@/lib/archive/rules'
import type { ArchiveEntry } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { titleSaysNumber } from '@/lib/render/blocks/issue-head'
import { SectionHead } from '@/lib/render/blocks/section-head'
import { formatDay } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
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

/** All published issues by year, with a way to each year where there are several. */
export function ArchiveList({ entries, around }: { entries: readonly ArchiveEntry[]; around: Tongue }) {
  const years = groupByYear(entries)
  const words = wordsOf(around.lang)
  return (
    <>
      {years.length > 1 && (
        <nav className="years" aria-label={words.years} {...spoken(words, around)}>
          {years.map(({ year }) => (
            <a key={year} href={`#y${year}`}>
              {year}
            </a>
          ))}
        </nav>
      )}
      {years.map((year) => (
        <Year key={year.year} {...year} words={words} around={around} />
      ))}
    </>
  )
}

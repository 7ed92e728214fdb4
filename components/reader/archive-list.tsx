import { type ArchiveYear, groupByYear } from '@/lib/archive/rules'
import type { ArchiveEntry } from '@/lib/archive/schema'
import type { Direction } from '@/lib/document/schema'
import { titleSaysNumber } from '@/lib/render/blocks/issue-head'
import { SectionHead } from '@/lib/render/blocks/section-head'
import { formatDay } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { issuePath } from '@/lib/render/issue-path'

type Words = { lang: string; dir: Direction }

function Entry({ entry, lang, dir }: { entry: ArchiveEntry } & Words) {
  const { slug, title, number, date, itemCount } = entry
  const says = number === null || titleSaysNumber(title, number)
  return (
    <li>
      <time dateTime={date}>{formatDay(date, lang)}</time>
      <a href={issuePath(slug)} {...dirAttribute(title, dir)}>
        {says ? title : `${number} · ${title}`}
      </a>
      <span className="count">{itemCount === 1 ? '1 item' : `${itemCount} items`}</span>
    </li>
  )
}

function Year({ year, entries, lang, dir }: ArchiveYear & Words) {
  return (
    <section aria-labelledby={`y${year}`}>
      <SectionHead id={`y${year}`} title={year} count={entries.length} unit={['issue', 'issues']} dir={dir} />
      <ol className="archive" reversed>
        {entries.map((entry) => (
          <Entry key={entry.slug} entry={entry} lang={lang} dir={dir} />
        ))}
      </ol>
    </section>
  )
}

/** All published issues by year, with a way to each year where there are several. */
export function ArchiveList({ entries, ...words }: { entries: readonly ArchiveEntry[] } & Words) {
  const years = groupByYear(entries)
  return (
    <>
      {years.length > 1 && (
        <nav className="years" aria-label="Years">
          {years.map(({ year }) => (
            <a key={year} href={`#y${year}`}>
              {year}
            </a>
          ))}
        </nav>
      )}
      {years.map((year) => (
        <Year key={year.year} {...year} {...words} />
      ))}
    </>
  )
}

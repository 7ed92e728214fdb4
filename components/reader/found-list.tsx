import type { FoundItem } from '@/lib/archive/schema'
import { type Tongue, tongueApart } from '@/lib/document/language'
import { contextOf } from '@/lib/render/block-context'
import { Headline } from '@/lib/render/blocks/headline'
import { ItemLink } from '@/lib/render/blocks/source-line'
import { cutWords } from '@/lib/render/cut-words'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { placePath } from '@/lib/render/found-paths'
import { hostOf, safeHref } from '@/lib/render/href'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

const SHOWN_LETTERS = 220
const noWays = { site: null, authors: [], references: [] }

/** The beginning of an item's text in one line. */
export function beginningOf(text: string): string {
  return cutWords(text.replace(/\s+/g, ' ').trim(), SHOWN_LETTERS)
}

type Props = { item: FoundItem; around: Tongue; site?: string | undefined }

function Found({ item, around, site }: Props) {
  const { id, kind, headline, url, text, issue } = item
  const own = { lang: item.lang, dir: item.dir }
  const words = wordsOf(around.lang)
  const beginning = beginningOf(text)
  return (
    <article className={kind}>
      <div {...tongueApart(own, around)}>
        <Headline item={{ headline, url, dir: null }} context={contextOf({ title: null }, own)} />
        {beginning && <p {...dirAttribute(beginning, own.dir)}>{beginning}</p>}
      </div>
      <p className="source">
        <a href={placePath(issue.slug, id)}>
          <bdi>{issue.title}</bdi>
        </a>
        <time dateTime={issue.date}>{formatDate(issue.date, around.lang)}</time>
        {headline && safeHref(url) && <bdi className="host">{hostOf(url ?? '')}</bdi>}
        {site && item.site !== site && <span {...spoken(words, around)}>{words.found.inText}</span>}
        <ItemLink item={item} context={contextOf({ title: null }, around)} ways={noWays} />
      </p>
    </article>
  )
}

type ListProps = { items: readonly FoundItem[]; around: Tongue; site?: string | undefined }

/** Items that were found, each with the beginning of what was said of it. @param site whose links these are, if any's */
export function FoundList({ items, around, site }: ListProps) {
  return items.map((item) => <Found key={item.id} item={item} around={around} site={site} />)
}

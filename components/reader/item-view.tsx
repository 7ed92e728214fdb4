import type { ArchivedItemView } from '@/lib/archive/schema'
import { type Tongue, tongueApart } from '@/lib/document/language'
import { contextAlone, datesCopies } from '@/lib/render/block-context'
import { ArticleItem } from '@/lib/render/blocks/article-item'
import { formatDate } from '@/lib/render/dates'
import { placePath, termPath } from '@/lib/render/found-paths'
import { itemTitle } from '@/lib/render/item-title'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { MentionPager, Mentions, References } from './item-places'

/** `today`: calendar date of the day on which it is read. */
type Props = { found: ArchivedItemView; around: Tongue; today: string }

/** An item on its own page: as in its issue, with what belongs with it. */
export function ItemView({ found, around, today }: Props) {
  const { item, topics, issue, sectionTitle, ways, mentions, lang, dir } = found
  const words = wordsOf(around.lang)
  const context = contextAlone({ lang, dir }, datesCopies(issue.date, today))
  return (
    <>
      <p className="eyebrow single-eyebrow">
        {sectionTitle && (
          <>
            <bdi>{sectionTitle}</bdi>
            {' · '}
          </>
        )}
        <a href={placePath(issue.slug, item.id)}>
          <bdi>{issue.title}</bdi>
        </a>
        {' · '}
        <time dateTime={issue.date}>{formatDate(issue.date, around.lang)}</time>
      </p>
      {!item.headline && (
        <h1 className="unseen" {...spoken(words, around)}>
          {itemTitle(item, issue.title, words)}
        </h1>
      )}
      <div className="single" {...tongueApart({ lang, dir }, around)}>
        <ArticleItem item={item} context={context} ways={{ ...ways, references: [] }} />
      </div>
      {topics.length > 0 && (
        <ul className="more topics" aria-label={words.found.topics}>
          {topics.map(({ slug, name }) => (
            <li key={slug}>
              <a href={termPath('TOPIC', slug)}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      <References references={ways.references} around={around} />
      <Mentions id={item.id} mentions={mentions} around={around} />
      <MentionPager id={item.id} mentions={mentions} around={around} />
    </>
  )
}

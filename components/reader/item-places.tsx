import type { IssueLink, Mention, Reference } from '@/lib/archive/schema'
import { type Tongue, tongueApart } from '@/lib/document/language'
import { SectionHead } from '@/lib/render/blocks/section-head'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import { itemPath, placePath } from '@/lib/render/found-paths'
import { itemTitle } from '@/lib/render/item-title'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { beginningOf } from './found-list'

type Around = { around: Tongue }

type WhereProps = { id: string; issue: IssueLink; inText?: boolean } & Around

/** The issue, and the way to the place in it: no page shows a word of an issue without a link to it (server/cache). */
function Where({ id, issue, inText = false, around }: WhereProps) {
  const words = wordsOf(around.lang)
  return (
    <p className="source">
      <a href={placePath(issue.slug, id)}>
        <bdi>{issue.title}</bdi>
      </a>
      <time dateTime={issue.date}>{formatDate(issue.date, around.lang)}</time>
      {inText && <span {...spoken(words, around)}>{words.found.inText}</span>}
    </p>
  )
}

function nameOf(place: Mention, around: Tongue): string {
  return (
    place.headline ?? (beginningOf(place.text) || itemTitle(place, place.issue.title, wordsOf(around.lang)))
  )
}

function Place({ place, current, around }: { place: Mention; current: boolean } & Around) {
  const name = nameOf(place, around)
  return (
    <li>
      <p {...tongueApart({ lang: place.lang, dir: place.dir }, around)} {...dirAttribute(name, around.dir)}>
        {current ? <strong aria-current="page">{name}</strong> : <a href={itemPath(place.id)}>{name}</a>}
      </p>
      <Where id={place.id} issue={place.issue} inText={!place.isHeadline} around={around} />
    </li>
  )
}

/** Every place where an item's link stands, newest first; nothing where the item is the only one. */
export function Mentions({ id, mentions, around }: { id: string; mentions: readonly Mention[] } & Around) {
  if (!mentions.some((place) => place.id !== id)) return null
  const words = wordsOf(around.lang)
  const { overTheYears, places } = words.found
  const head = { id: 'mentions', title: overTheYears, count: places(mentions.length), words, around }
  return (
    <section aria-labelledby="mentions">
      <SectionHead {...head} />
      <ol className="places" reversed>
        {mentions.map((place) => (
          <Place key={place.id} place={place} current={place.id === id} around={around} />
        ))}
      </ol>
    </section>
  )
}

/** Where the commentaries of later issues lead to this item; nothing where none does. */
export function References({ references, around }: { references: readonly Reference[] } & Around) {
  if (references.length === 0) return null
  const words = wordsOf(around.lang)
  const { laterMentions, places } = words.found
  const head = { id: 'references', title: laterMentions, count: places(references.length), words, around }
  return (
    <section aria-labelledby="references">
      <SectionHead {...head} />
      <ol className="places" reversed>
        {references.map(({ id, headline, issue }) => (
          <li key={id}>
            <p {...dirAttribute(headline ?? issue.title, around.dir)}>
              <a href={itemPath(id)}>{headline ?? issue.title}</a>
            </p>
            <Where id={id} issue={issue} around={around} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The way to the places of the link right before and after this one. */
export function MentionPager({
  id,
  mentions,
  around,
}: { id: string; mentions: readonly Mention[] } & Around) {
  const at = mentions.findIndex((place) => place.id === id)
  const later = mentions[at - 1]
  const earlier = at === -1 ? undefined : mentions[at + 1]
  if (!later && !earlier) return null
  const words = wordsOf(around.lang)
  const { otherPlaces, linkedBefore, linkedAgain } = words.found
  return (
    <nav className="pager" aria-label={otherPlaces}>
      {earlier && (
        <a href={itemPath(earlier.id)} rel="prev">
          <small {...spoken(words, around)}>{linkedBefore}</small>
          <bdi>{earlier.issue.title}</bdi>
        </a>
      )}
      {later && (
        <a href={itemPath(later.id)} rel="next">
          <small {...spoken(words, around)}>{linkedAgain}</small>
          <bdi>{later.issue.title}</bdi>
        </a>
      )}
    </nav>
  )
}

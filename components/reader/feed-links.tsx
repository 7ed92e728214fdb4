import type { Tongue } from '@/lib/document/language'
import { type Followed, feedPath } from '@/lib/render/feed/feed-path'
import { type FeedFormat, feedFormats } from '@/lib/render/feed/formats'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/** A feed in each of its formats. @param name of what it is of, for those who hear one link after another */
export function FeedLinks({ of, name }: { of: Followed; name: string }) {
  return (Object.keys(feedFormats) as FeedFormat[]).map((format) => {
    const { name: called, type } = feedFormats[format]
    return (
      <a key={format} href={feedPath(of, format)} type={type} aria-label={`${called} · ${name}`}>
        {called}
      </a>
    )
  })
}

/** How to follow what a page lists, below its title. */
export function Follow({ of, name, around }: { of: Followed; name: string; around: Tongue }) {
  const words = wordsOf(around.lang)
  return (
    <p className="follow" {...spoken(words, around)}>
      <a href="/follow">{words.follow.follow}</a>
      <FeedLinks of={of} name={name} />
    </p>
  )
}

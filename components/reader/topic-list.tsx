import type { Topic } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { dirAttribute } from '@/lib/render/direction'
import { termPath } from '@/lib/render/found-paths'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/** All topics by name, with the count of their items. */
export function TopicList({ topics, around }: { topics: readonly Topic[]; around: Tongue }) {
  const words = wordsOf(around.lang)
  return (
    <>
      <header className="issue-head" {...spoken(words, around)}>
        <p className="eyebrow">{words.found.topicCount(topics.length)}</p>
        <h1>{words.found.topics}</h1>
      </header>
      <ul className="archive topic-list">
        {topics.map(({ slug, name, count }) => (
          <li key={slug}>
            <a href={termPath('TOPIC', slug)} {...dirAttribute(name, around.dir)}>
              {name}
            </a>
            <span className="count" {...spoken(words, around)}>
              {words.items(count)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

import type { Tongue } from '@/lib/document/language'
import { dirAttribute } from '@/lib/render/direction'
import { allIssues, allItems, type Followed, sectionItems } from '@/lib/render/feed/feed-path'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { FeedLinks } from './feed-links'

type Section = { value: string; label: string }

function Row({ of, name, around }: { of: Followed; name: string; around: Tongue }) {
  return (
    <li>
      <span {...dirAttribute(name, around.dir)}>{name}</span>
      <span className="formats">
        <FeedLinks of={of} name={name} />
      </span>
    </li>
  )
}

type Props = { sections: readonly Section[]; around: Tongue }

/** Every way to follow the publication by feed. @param sections by the slugs of their feeds */
export function FollowList({ sections, around }: Props) {
  const words = wordsOf(around.lang)
  const { follow, how, wholeIssues, others, sources } = words.follow
  return (
    <div {...spoken(words, around)}>
      <header className="issue-head">
        <h1>{follow}</h1>
      </header>
      <p>{how}</p>
      <ul className="feeds">
        <Row of={allIssues} name={wholeIssues} around={words} />
        <Row of={allItems} name={words.everyLink} around={words} />
      </ul>
      {sections.length > 0 && (
        <section aria-labelledby="sections">
          <h2 id="sections" className="section-head">
            {words.follow.sections}
          </h2>
          <ul className="feeds">
            {sections.map(({ value, label }) => (
              <Row key={value} of={sectionItems(value)} name={label} around={words} />
            ))}
          </ul>
        </section>
      )}
      <p className="feeds-after">{others}</p>
      <p>
        <a href="/sources.opml">{sources}</a>
      </p>
    </div>
  )
}

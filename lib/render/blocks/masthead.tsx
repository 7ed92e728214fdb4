import type { PublicationView } from '@/lib/publication/schema'
import { dirAttribute } from '@/lib/render/direction'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { SearchField } from './search-field'

type Props = {
  publication: Pick<PublicationView, 'name' | 'tagline' | 'lang' | 'dir'> & { hasTopics?: boolean }
  tagline?: boolean
  search?: boolean
}

/** The publication's name and the ways into the archive, by lists and by words; on the front page also what it is. */
export function Masthead({ publication, tagline = false, search = true }: Props) {
  const words = wordsOf(publication.lang)
  return (
    <header className="masthead">
      <a className="name" href="/" {...dirAttribute(publication.name, publication.dir)}>
        {publication.name}
      </a>
      <div className="reach">
        <nav className="ways" aria-label={words.ways} {...spoken(words, publication)}>
          <a href="/issues">{words.archive}</a>
          {publication.hasTopics && <a href="/topics">{words.found.topics}</a>}
          <a href="/follow">{words.follow.follow}</a>
        </nav>
        {search && <SearchField around={publication} />}
      </div>
      {tagline && publication.tagline && (
        <p className="tagline" {...dirAttribute(publication.tagline, publication.dir)}>
          {publication.tagline}
        </p>
      )}
    </header>
  )
}

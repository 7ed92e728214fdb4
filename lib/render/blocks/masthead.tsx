import type { PublicationView } from '@/lib/publication/schema'
import { dirAttribute } from '@/lib/render/direction'

type Props = { publication: Pick<PublicationView, 'name' | 'tagline' | 'dir'>; tagline?: boolean }

/** The publication's name and the ways into the archive; on the front page also what it is. */
export function Masthead({ publication, tagline = false }: Props) {
  return (
    <header className="masthead">
      <a className="name" href="/" {...dirAttribute(publication.name, publication.dir)}>
        {publication.name}
      </a>
      <nav className="ways" aria-label="Main">
        <a href="/issues">Archive</a>
        <a href="/feed.xml">Feed</a>
      </nav>
      {tagline && publication.tagline && (
        <p className="tagline" {...dirAttribute(publication.tagline, publication.dir)}>
          {publication.tagline}
        </p>
      )}
    </header>
  )
}

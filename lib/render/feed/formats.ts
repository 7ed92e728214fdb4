import type { Feed } from './feed'
import { writeAtom } from './write-atom'
import { writeJsonFeed } from './write-json-feed'
import { writeRss } from './write-rss'

type Format = {
  /** As people know it, in every language. */
  name: string
  /** What follows the address of a page to make that of its feed. */
  file: string
  type: string
  write: (feed: Feed, self: string) => string
}

/** Every format that each feed is written in. */
export const feedFormats = {
  rss: { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml', write: writeRss },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml', write: writeAtom },
  json: { name: 'JSON', file: 'feed.json', type: 'application/feed+json', write: writeJsonFeed },
} as const satisfies Record<string, Format>

export type FeedFormat = keyof typeof feedFormats

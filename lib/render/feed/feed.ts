/** One thing to read in a feed. Texts are plain but for `html`, addresses absolute, instants ISO 8601 with offset. */
export type FeedEntry = {
  /** Of what it stands for, not of its text: no correction and no new address changes it. */
  id: string
  /** Its page on the site. */
  url: string
  /** What it is about on another site; null where it is about nothing there. */
  about: string | null
  /** The issue that it is a part of; null where it is one. By it a kept feed is known to show something of an issue. */
  issue: string | null
  title: string
  summary: string
  html: string
  publishedAt: string
  updatedAt: string
  lang: string
  authors: string[]
  topics: string[]
}

/** What every format of a feed is written from. */
export type Feed = {
  title: string
  description: string
  lang: string
  /** Who publishes it. */
  publisher: string
  /** Address of the site. */
  site: string
  /** The page that shows what the feed tells of. */
  page: string
  /** A square picture. */
  icon: string
  /** A WebSub hub that is told of every change; null without one. */
  hub: string | null
  entries: FeedEntry[]
}

/** When anything in the feed last changed; null while it is empty. */
export function updatedAtOf({ entries }: Feed): string | null {
  const times = entries.map(({ updatedAt }) => Date.parse(updatedAt))
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null
}

import FeedParser from 'feedparser'
import { parseFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { z } from 'zod'

/** What a reader of feeds must have found, whichever format it read. */
export type ReadFeed = { title: string; entries: { id: string; title: string; url: string; html: string }[] }

/** Reads XML as the standard demands, namespaces included. @throws Error at the first thing that isn't well-formed */
export function expectWellFormed(text: string): void {
  const parser = new SaxesParser({ xmlns: true, fragment: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
}

/** One independent reader (feedsmith). */
export function readWithFeedsmith(text: string): ReadFeed {
  const { format, feed } = parseFeed(text)
  if (format === 'rss') {
    const entries = (feed.items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      title: item.title ?? '',
      url: item.link ?? '',
      html: item.content?.encoded ?? '',
    }))
    return { title: feed.title ?? '', entries }
  }
  if (format === 'atom') {
    const entries = (feed.entries ?? []).map((entry) => ({
      id: entry.id ?? '',
      title: textOf(entry.title),
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      html: textOf(entry.content),
    }))
    return { title: textOf(feed.title), entries }
  }
  if (format !== 'json') throw new Error(`read as ${format}`)
  const entries = (feed.items ?? []).map((item) => ({
    id: String(item.id ?? ''),
    title: item.title ?? '',
    url: item.url ?? '',
    html: item.content_html ?? '',
  }))
  return { title: feed.title ?? '', entries }
}

const textOf = (part: string | { value?: string } | undefined): string =>
  typeof part === 'string' ? part : (part?.value ?? '')

/** Another (feedparser, on a strict parser of its own). @throws Error at anything that isn't well-formed */
export async function readWithFeedparser(text: string): Promise<ReadFeed> {
  const parser = new FeedParser({ strict: true, normalize: true, addmeta: false })
  const failed = new Promise<never>((_, fail) => parser.on('error', fail))
  parser.end(text)
  const read = async (): Promise<ReadFeed> => {
    const entries: ReadFeed['entries'] = []
    for await (const item of parser)
      entries.push({
        id: item.guid,
        title: item.title ?? '',
        url: item.link ?? '',
        html: item.description ?? '',
      })
    return { title: parser.meta.title, entries }
  }
  return Promise.race([read(), failed])
}

const author = z.strictObject({ name: z.string().optional(), url: z.url().optional() })

/** JSON Feed 1.1 as https://www.jsonfeed.org/version/1.1/ has it, of what we use; nothing beside. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string().min(1).optional(),
  icon: z.url(),
  authors: z.array(author).min(1),
  language: z.string(),
  hubs: z
    .array(z.strictObject({ type: z.string(), url: z.url() }))
    .min(1)
    .optional(),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      external_url: z.url().optional(),
      // What is nobody else's begins so (JSON Feed 1.1, extensions).
      _gleaner: z.strictObject({ issue: z.url() }).optional(),
      title: z.string().min(1).optional(),
      content_html: z.string(),
      summary: z.string().min(1).optional(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      authors: z.array(author).min(1).optional(),
      tags: z.array(z.string()).min(1).optional(),
      language: z.string().optional(),
    }),
  ),
})

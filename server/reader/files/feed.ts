import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { feedPath } from '@/lib/render/feed/feed-path'
import { type FeedFormat, feedFormats } from '@/lib/render/feed/formats'
import { type Asked, type MadeFile, textFile } from '@/server/reader/made'
import { type FeedOf, loadFeed } from './load-feed'

/** Every feed in every format. @throws AppError not_found if nothing is found under its term any more */
export async function makeFeed(of: FeedOf, format: FeedFormat, asked: Asked): Promise<MadeFile> {
  const loaded = await loadFeed(of, asked)
  if (!loaded) throw notFound('feed')
  const { write, type } = feedFormats[format]
  const self = `${env().APP_URL}${feedPath(loaded.followed, format)}`
  return textFile(write(loaded.feed, self), type)
}

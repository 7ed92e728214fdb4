import { env } from '@/lib/env/env'
import { notFound } from '@/lib/errors/app-error'
import { countAddresses, listAddresses, listParts } from '@/lib/sitemap/queries'
import { fitsOne, partOf, partsOf } from '@/lib/sitemap/rules'
import { writeSitemap, writeSitemapIndex } from '@/lib/sitemap/write-sitemap'
import { type Asked, type MadeFile, textFile } from '@/server/reader/made'

/** `/sitemap.xml`: every public page, or where they are too many for one file, where their parts are. */
export async function makeSitemap(): Promise<MadeFile> {
  const { APP_URL: origin } = env()
  const counts = await countAddresses()
  if (!fitsOne(counts)) return textFile(writeSitemapIndex(await listParts(), origin), 'application/xml')
  const urls = await Promise.all(partsOf(counts).map(listAddresses))
  return textFile(await writeSitemap(urls.flat(), origin), 'application/xml')
}

/**
 * `/sitemaps/PART.xml`: a part of a sitemap that is too large for one file.
 * @throws AppError not_found if nothing is in it any more
 */
export async function makeSitemapPart({ params: { part: name = '' } }: Asked): Promise<MadeFile> {
  const part = partOf(name)
  const urls = part ? await listAddresses(part) : []
  if (urls.length === 0) throw notFound('sitemap')
  return textFile(await writeSitemap(urls, env().APP_URL), 'application/xml')
}

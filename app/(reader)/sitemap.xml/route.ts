import { connection } from 'next/server'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { countAddresses, listAddresses, listParts } from '@/lib/sitemap/queries'
import { fitsOne, partsOf } from '@/lib/sitemap/rules'
import { writeSitemap, writeSitemapIndex } from '@/lib/sitemap/write-sitemap'

/** `/sitemap.xml`: every public page, or where they are too many for one file, where their parts are. */
export async function GET(): Promise<Response> {
  await connection()
  const { APP_URL: origin } = env()
  const counts = await countAddresses()
  if (!fitsOne(counts)) return textResponse(writeSitemapIndex(await listParts(), origin), 'application/xml')
  const urls = await Promise.all(partsOf(counts).map(listAddresses))
  return textResponse(await writeSitemap(urls.flat(), origin), 'application/xml')
}

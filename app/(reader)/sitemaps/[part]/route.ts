import { connection } from 'next/server'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { listAddresses } from '@/lib/sitemap/queries'
import { partOf } from '@/lib/sitemap/rules'
import { writeSitemap } from '@/lib/sitemap/write-sitemap'

type Context = { params: Promise<{ part: string }> }

/** `/sitemaps/PART.xml`: a part of a sitemap that is too large for one file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await connection()
  const part = partOf((await params).part)
  const urls = part ? await listAddresses(part) : []
  if (urls.length === 0) return textResponse('There is no such sitemap.\n', 'text/plain', 404)
  return textResponse(await writeSitemap(urls, env().APP_URL), 'application/xml')
}

import { connection } from 'next/server'
import { listSources } from '@/lib/archive/source-queries'
import { textResponse } from '@/lib/http/text-response'
import { readPublication } from '@/lib/publication/queries'
import { writeOpml } from '@/lib/render/feed/write-opml'

/** `/sources.opml`: the sites that items lead to, the most linked first. */
export async function GET(): Promise<Response> {
  await connection()
  const [{ name }, sources] = await Promise.all([readPublication(), listSources()])
  return textResponse(writeOpml(name, sources), 'text/x-opml')
}

import { listSources } from '@/lib/archive/source-queries'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import { writeOpml } from '@/lib/render/feed/write-opml'
import { iconSvg } from '@/lib/render/icon'
import { type MadeFile, textFile } from '@/server/reader/made'

/** `/icon.svg`: the icon for studio and portal; readers' pages hold it themselves. */
export async function makeIconSvg(): Promise<MadeFile> {
  return textFile(iconSvg, 'image/svg+xml')
}

/** `/sources.opml`: the sites that items lead to, the most linked first. */
export async function makeSources(): Promise<MadeFile> {
  const [{ name }, sources] = await Promise.all([readPublication(), listSources()])
  return textFile(writeOpml(name, sources), 'text/x-opml')
}

/** `/robots.txt`: all that readers may read may be crawled; the rest asks for a sign-in anyway. */
export async function makeRobots(): Promise<MadeFile> {
  const lines = [
    'User-agent: *',
    'Disallow: /admin/',
    'Disallow: /api/',
    '',
    `Sitemap: ${env().APP_URL}/sitemap.xml`,
  ]
  return textFile(`${lines.join('\n')}\n`, 'text/plain')
}

import sharp from 'sharp'
import { listSources } from '@/lib/archive/source-queries'
import { drawCard } from '@/lib/cards/draw-card'
import { publicationCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import { writeOpml } from '@/lib/render/feed/write-opml'
import { iconSvg } from '@/lib/render/icon'
import { type MadeFile, pngFile, textFile } from '@/server/reader/made'

const ICON_SIZE = 512
/** SVG is drawn at 72 pixels an inch, in its own size. */
const SVG_DENSITY = 72
const DRAWN_AS = 32

/** `/icon.png`: the icon for feed readers, of which most take no SVG. */
export async function makeIconPng(): Promise<MadeFile> {
  const density = (SVG_DENSITY * ICON_SIZE) / DRAWN_AS
  return pngFile(await sharp(Buffer.from(iconSvg), { density }).png().toBuffer())
}

/** `/icon.svg`: the icon for studio and portal; readers' pages hold it themselves. */
export async function makeIconSvg(): Promise<MadeFile> {
  return textFile(iconSvg, 'image/svg+xml')
}

/** `/card.png`: what is shown of a page that was shared and has no card of its own. */
export async function makeCard(): Promise<MadeFile> {
  return pngFile(await drawCard(publicationCard(await readPublication(), env().APP_URL)))
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

import sharp from 'sharp'
import { drawCard } from '@/lib/cards/draw-card'
import { issueCard, publicationCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import { iconSvg } from '@/lib/render/icon'
import type { Asked, MadeFile } from '@/server/reader/made'
import { readDocument } from './issue-files'

const ICON_SIZE = 512
/** SVG is drawn at 72 pixels an inch, in its own size. */
const SVG_DENSITY = 72
const DRAWN_AS = 32

const pngFile = (body: Buffer): MadeFile => ({ type: 'image/png', body })

/** `/issues/SLUG/card.png`: what is shown of an issue whose address was shared. */
export async function makeIssueCard(asked: Asked): Promise<MadeFile> {
  const [document, publication] = await Promise.all([readDocument(asked), readPublication()])
  return pngFile(await drawCard(issueCard(publication, document, env().APP_URL)))
}

/** `/card.png`: what is shown of a page that was shared and has no card of its own. */
export async function makeCard(): Promise<MadeFile> {
  return pngFile(await drawCard(publicationCard(await readPublication(), env().APP_URL)))
}

/** `/icon.png`: the icon for feed readers, of which most take no SVG. */
export async function makeIconPng(): Promise<MadeFile> {
  const density = (SVG_DENSITY * ICON_SIZE) / DRAWN_AS
  return pngFile(await sharp(Buffer.from(iconSvg), { density }).png().toBuffer())
}

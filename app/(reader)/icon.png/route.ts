import { connection } from 'next/server'
import sharp from 'sharp'
import { pngResponse } from '@/lib/http/png-response'
import { iconSvg } from '@/lib/render/icon'

const SIZE = 512
/** SVG is drawn at 72 pixels an inch, in its own size. */
const SVG_DENSITY = 72
const DRAWN_AS = 32

/** `/icon.png`: the icon for feed readers, of which most take no SVG. */
export async function GET(): Promise<Response> {
  await connection()
  const png = await sharp(Buffer.from(iconSvg), { density: (SVG_DENSITY * SIZE) / DRAWN_AS })
    .png()
    .toBuffer()
  return pngResponse(png)
}

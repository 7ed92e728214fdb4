import sharp from 'sharp'
import { pngResponse } from '@/lib/http/png-response'
import { textResponse } from '@/lib/http/text-response'
import { iconSvg, maskableIconSvg } from '@/lib/render/icon'
import { appIcons } from '@/lib/sharing/manifest'

/** SVG is drawn at 72 pixels an inch, in its own size. */
const SVG_DENSITY = 72
const DRAWN_AS = 32

/** A picture of the installed studio. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ icon: string }> },
): Promise<Response> {
  const { icon } = await params
  const found = Object.entries(appIcons).find(([file]) => file === icon)?.[1]
  if (!found) return textResponse('There is no such picture.\n', 'text/plain', 404)
  const svg = Buffer.from(found.isMaskable ? maskableIconSvg : iconSvg)
  return pngResponse(
    await sharp(svg, { density: (SVG_DENSITY * found.size) / DRAWN_AS })
      .png()
      .toBuffer(),
  )
}

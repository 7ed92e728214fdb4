import { icons } from 'gleaner:icons'
import { notFound } from '@/lib/errors/app-error'
import type { Asked, MadeFile } from '@/server/reader/made'

/** `/icon.png` and `/admin/icons/NAME.png`: pictures that nobody had a hand in. @throws AppError not_found of other names */
export async function makeIcon({ params: { icon = 'icon' } }: Asked): Promise<MadeFile> {
  const picture = icons[`${icon}.png`]
  if (picture === undefined) throw notFound('picture')
  return { type: 'image/png', body: Buffer.from(picture, 'base64') }
}

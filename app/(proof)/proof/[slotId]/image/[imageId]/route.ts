import { loadImage } from '@/app/(proof)/proof/[slotId]/load'
import { textResponse } from '@/lib/http/text-response'

type Props = { params: Promise<{ slotId: string; imageId: string }> }

/** An image of the copy, before readers have an address for it. */
export async function GET(_: Request, { params }: Props) {
  const { slotId, imageId } = await params
  const image = await loadImage(slotId, imageId)
  if (!image) return textResponse('There is no such image.\n', 'text/plain', 404)
  return new Response(image.bytes, { headers: { 'content-type': image.type } })
}

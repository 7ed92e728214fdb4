import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/document/rules'

/** What an approval is bound to. `image`: SHA-256 of the image's bytes, hex, or null. */
export type HashedCopy = {
  headline: string
  text: string
  callToAction: string
  url: string
  image: string | null
  imageAlt: string
}

/** SHA-256 over text, address and image of ad copy, hex. */
export function hashCopy({ headline, text, callToAction, url, image, imageAlt }: HashedCopy): string {
  const json = canonicalJson({ headline, text, callToAction, url, image, imageAlt: image ? imageAlt : '' })
  return createHash('sha256').update(json).digest('hex')
}

import type { DocumentSponsor } from '@/lib/document/schema'
import { labelFor } from './rules'
import type { AdCopyContent } from './schema'

type Image = { hash: string; width: number; height: number }
type Copy<I> = Omit<AdCopyContent, 'imageId'> & { image: I | null }
type Names = { name: string; sponsorLine: string } | null

const orNull = (text: string) => (text.trim() === '' ? null : text)

/** Where readers get an image of a sponsor's from, by the SHA-256 of its bytes. */
export const mediaPath = ({ hash }: { hash: string }): string => `/media/${hash}`

/** The label above a part and the company it names; of house copy the publication's own, and no company. */
export function namesOf(
  { name, isHouse }: { name: string; isHouse: boolean },
  publication: Names,
): Pick<DocumentSponsor, 'label' | 'sponsor'> {
  if (isHouse) return { label: `From ${publication?.name ?? name}`, sponsor: null }
  return { label: labelFor(publication?.sponsorLine ?? '{name}', name), sponsor: name }
}

/**
 * Ad copy as documents hold it, with the label that stands above it: the sponsor line with the company's name, or for
 * house copy the publication's own.
 * @param urlOf where the image is shown from
 */
export function partOf<I extends Image>(
  copy: Copy<I>,
  sponsor: { name: string; isHouse: boolean },
  publication: Names,
  urlOf: (image: I) => string = mediaPath,
): Omit<DocumentSponsor, 'id' | 'at'> {
  const { image, imageAlt } = copy
  return {
    ...namesOf(sponsor, publication),
    headline: orNull(copy.headline),
    text: copy.text,
    callToAction: orNull(copy.callToAction),
    url: orNull(copy.url),
    image: image && { url: urlOf(image), alt: imageAlt, width: image.width, height: image.height },
  }
}

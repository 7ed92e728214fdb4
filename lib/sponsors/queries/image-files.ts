import type { Actor } from '@/lib/accounts/schema'
import { isImagePublished } from '@/lib/archive/queries'
import { db } from '@/lib/db/db'
import { withImagesFrom } from '@/lib/document/rules'
import type { IssueDocument } from '@/lib/document/schema'
import { notFound } from '@/lib/errors/app-error'
import { mediaPath } from '@/lib/sponsors/part'
import { maySeeImage } from '@/lib/sponsors/policy'

export type ImageFile = { type: string; bytes: Uint8Array<ArrayBuffer> }

/** An image, published or not. @throws AppError `not_found`, for another company's too */
export async function readImageFile(actor: Actor, id: string): Promise<ImageFile> {
  const image = await db().adImage.findUnique({
    where: { id },
    select: { sponsorId: true, type: true, bytes: true },
  })
  if (!image || !maySeeImage(actor, image)) throw notFound('image')
  return { type: image.type, bytes: image.bytes }
}

/**
 * An image that stands in an issue as readers see it now; null for one that only a draft has, whose issue was withdrawn,
 * or that a correction took out.
 * @param hash SHA-256 of its bytes, hex
 */
export async function findPublishedImage(hash: string): Promise<ImageFile | null> {
  if (!/^[0-9a-f]{64}$/.test(hash) || !(await isImagePublished(mediaPath({ hash })))) return null
  return db().adImage.findFirst({ where: { hash }, select: { type: true, bytes: true } })
}

/**
 * Where the studio sees images before readers have an address for them, by that address; those of issues that are out
 * too, as it may be another one that waits for its correction.
 * @param addresses as documents have them, e.g. `/media/…`
 */
export async function studioImagePaths(actor: Actor, addresses: string[]): Promise<Record<string, string>> {
  const hashes = addresses.map((address) => address.replace(mediaPath({ hash: '' }), ''))
  if (hashes.length === 0) return {}
  const found = await db().adImage.findMany({
    where: { hash: { in: hashes } },
    select: { id: true, hash: true, sponsorId: true },
  })
  const seen = found.filter((image) => maySeeImage(actor, image))
  return Object.fromEntries(seen.map(({ hash, id }) => [mediaPath({ hash }), `/api/images/${id}`]))
}

/** The document with each sponsor's image from where the studio sees it. */
export async function withStudioImages(actor: Actor, document: IssueDocument): Promise<IssueDocument> {
  const addresses = document.sponsors.flatMap(({ image }) => (image ? [image.url] : []))
  return withImagesFrom(document, await studioImagePaths(actor, addresses))
}

import { createHash, randomBytes } from 'node:crypto'
import type { Element, Root } from 'hast'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { safeHref } from '@/lib/render/href'
import { markdownToHast } from '@/lib/render/markdown/to-hast'

type Inner = Root['children'][number]

const hrefsIn = (node: Inner): string[] =>
  node.type === 'element' ? [...ownHref(node), ...node.children.flatMap(hrefsIn)] : []
const ownHref = (element: Element) =>
  element.tagName === 'a' && typeof element.properties.href === 'string' ? [element.properties.href] : []

/** Every web address that a part leads to, as it stands in the page, each once. */
export function addressesOf({ url, text }: { url: string | null; text: string }): string[] {
  const all = [url ?? '', ...markdownToHast(text, { sponsored: true }).children.flatMap(hrefsIn)]
  return [...new Set(all.map((address) => address.trim()))].filter((address) =>
    /^https?:/i.test(safeHref(address) ?? ''),
  )
}

/**
 * Part of publishing: gives each address of the issue's slots its `/go/ID`. An address that had one keeps it, through
 * every correction.
 */
export async function freezeTargets(tx: Tx, issueId: string): Promise<void> {
  const parts = await tx.sponsorPart.findMany({
    where: { issueId, slotId: { not: null } },
    select: { id: true, slotId: true, url: true, text: true },
  })
  const rows = parts.flatMap(({ id: partId, slotId, ...part }) =>
    addressesOf(part).map((url) => ({
      id: randomBytes(12).toString('base64url'),
      slotId: slotId ?? '',
      partId,
      url,
      urlHash: new Uint8Array(createHash('sha256').update(url).digest()),
      createdAt: now(),
    })),
  )
  if (rows.length > 0) await tx.clickTarget.createMany({ data: rows, skipDuplicates: true })
}

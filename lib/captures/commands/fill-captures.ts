import { captureExtrasSchema } from '@/lib/captures/schema'
import { findAskedAlike } from '@/lib/captures/waiting'
import { type Tx, transaction } from '@/lib/db/db'
import type { KeptPage } from '@/lib/pages/commands/look-at-page'
import type { Versioned } from '@/lib/versions/rules'

type Row = Versioned & { id: string; title: string; extras: unknown }

const languageIn = (tag: string) => tag.split('-')[0]?.toLowerCase()

/**
 * Fills title, byline and language of captures that wait, where nobody wrote any, with what their page says. It raises
 * no version: whoever is writing at this moment saves over it, and is told of no conflict.
 * @param url as one of the captures has it: whatever is asked for by the same request was asked for once
 */
export async function fillCaptures(
  url: string,
  page: Pick<KeptPage, 'title' | 'byline' | 'language'>,
): Promise<void> {
  await transaction(async (tx) => {
    const ids = await findAskedAlike(tx, url)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT "id", "title", "extras", "version", "fieldVersions" FROM "Capture"
      WHERE "id" = ANY(${ids}::uuid[]) AND "state" IN ('NEW', 'LATER') ORDER BY "id" FOR UPDATE`
    if (rows.length === 0) return
    const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { lang: true } })
    for (const row of rows) await fill(tx, row, page, publication?.lang ?? 'en')
  })
}

async function fill(
  tx: Tx,
  row: Row,
  page: Pick<KeptPage, 'title' | 'byline' | 'language'>,
  ours: string,
): Promise<void> {
  const extras = captureExtrasSchema.parse(row.extras)
  // A title that somebody emptied on purpose stays empty.
  const wantsTitle = row.title === '' && row.fieldVersions.title === undefined && page.title !== ''
  const byline = extras.byline || page.byline
  const isForeign = page.language !== null && languageIn(page.language) !== languageIn(ours)
  // The language is that of the item’s texts: of those, the headline alone is the page’s.
  const lang = extras.lang ?? (wantsTitle && isForeign ? page.language : null)
  const data = {
    ...(wantsTitle ? { title: page.title, titleIsPages: true } : {}),
    extras: { ...extras, ...(byline ? { byline } : {}), ...(lang ? { lang } : {}) },
  }
  await tx.capture.update({ where: { id: row.id }, data, select: { id: true } })
}

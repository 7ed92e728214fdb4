import { log } from '@/lib/log/log'
import type { Found } from './run/find-items'
import type { Ask } from './run/within-limit'
import { type SearchHit, searchHitSchema } from './schema'
import { excerptOf } from './text/excerpt'
import { type Mark, markText } from './text/marks'

const TITLE_LENGTH = 80

type Row = {
  id: string
  headline: string | null
  host: string | null
  sectionTitle: string | null
  item: unknown
  text: string
  slug: string
  title: string
}

const columns = `item."id", item."headline", item."host", item."sectionTitle", item."item", left(item."text", 8000) AS text`

function hitOf(row: Row, { date, publishedAt }: Found, marks: Mark[]): unknown {
  const { id, host, sectionTitle, item, text, slug, title } = row
  const named = row.headline ?? host
  return {
    id,
    title: named === null ? excerptOf(text, marks, TITLE_LENGTH) : markText(named, marks),
    // What has no name is called by its text, and the rest of a short one would be the same again.
    excerpt: named === null && text.length <= TITLE_LENGTH ? [] : excerptOf(text, marks),
    host,
    sectionTitle,
    item,
    issue: { slug, title },
    date,
    publishedAt,
  }
}

/** Reads what was found, in the order given, with marks. One that can't be read is left out and logged. */
export async function readHits(ask: Ask, found: Found[], marks: Mark[]): Promise<SearchHit[]> {
  if (found.length === 0) return []
  const rows = await ask<Row>({
    text: `SELECT ${columns}, issue."slug", issue."title" FROM "ArchivedItem" item
      JOIN "ArchivedIssue" issue ON issue."issueId" = item."issueId" WHERE item."id" = ANY($1::uuid[])`,
    values: [found.map(({ id }) => id)],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((one) => {
    const row = byId.get(one.id)
    const parsed = row ? searchHitSchema.safeParse(hitOf(row, one, marks)) : null
    if (parsed?.error) log().error({ itemId: one.id, err: parsed.error }, 'A stored item can’t be read')
    return parsed?.success ? [parsed.data] : []
  })
}

import type { Tx } from '@/lib/db/db'
import type { Tongue } from '@/lib/document/language'

/** What stands before an edition is made: the publication's language, and what readers have of the issue. */
export type Current = {
  tongue: Tongue
  /** The number of the last edition; 0 where there is none. */
  edition: number
  /** Null before the first edition. */
  archived: {
    slug: string
    publishedAt: Date
    /** As it is stored, by whichever version of this program. */
    document: unknown
    /** What readers are told of the last correction, Markdown. */
    note: string | null
  } | null
}

type Row = {
  lang: string
  dir: string
  edition: number
  slug: string | null
  publishedAt: Date
  document: unknown
  note: string | null
}

/** Reads it under the issue's lock, by one statement. Asks no policy. */
export async function readCurrent(tx: Tx, issueId: string): Promise<Current> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT publication."lang", publication."dir", archived."slug", archived."publishedAt", shown."document",
      shown."document"->'issue'->>'correction' AS "note",
      coalesce((SELECT max("edition") FROM "Edition" WHERE "issueId" = ${issueId}::uuid), 0) AS "edition"
    FROM "Publication" publication
      LEFT JOIN "ArchivedIssue" archived ON archived."issueId" = ${issueId}::uuid
      LEFT JOIN "Edition" shown ON shown."id" = archived."editionId"
    WHERE publication."id" = 1`
  if (!row) throw new Error('There is no publication')
  const { lang, dir, edition, slug, publishedAt, document, note } = row
  return {
    tongue: { lang, dir: dir === 'rtl' ? 'rtl' : 'ltr' },
    edition,
    archived: slug === null ? null : { slug, publishedAt, document, note },
  }
}

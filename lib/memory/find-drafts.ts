import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { readByline } from '@/lib/archive/byline'
import { trimAddress } from '@/lib/captures/find-address'
import { db } from '@/lib/db/db'
import { moreLinkSchema } from '@/lib/document/schema'
import { likePattern } from '@/lib/issue-list/rules'
import { canonicalLink } from '@/lib/links/rules'
import { ownerOf } from './rules'
import type { LinkPlace, Note } from './schema'

type DraftNote = Extract<Note, { kind: 'draft' }>

const rowSchema = z.object({
  id: z.string(),
  headline: z.string(),
  url: z.string(),
  links: z.array(moreLinkSchema),
  blurb: z.string(),
  issueId: z.string(),
  title: z.string(),
  number: z.int().nullable(),
  date: z.string(),
})
type Row = z.infer<typeof rowSchema>

/** Issues that nobody has yet. */
const inDraft = Prisma.sql`i."state" IN ('DRAFT', 'SCHEDULED') AND i."removedAt" IS NULL
  AND s."removedAt" IS NULL AND t."removedAt" IS NULL`

const address = /https?:\/\/[^\s<>"[\]]+/gi

/** Addresses in Markdown, each without what a sentence or a link puts behind it. */
const addressesIn = (text: string): string[] => (text.match(address) ?? []).map(trimAddress)

/** Which of the links an item leads to, each where it stands first. */
function placesIn(row: Row, wanted: ReadonlySet<string>): Map<string, LinkPlace> {
  const written: [string, LinkPlace][] = [
    [row.url, 'HEADLINE'],
    ...row.links.map(({ url }): [string, LinkPlace] => [url, 'MORE']),
    ...addressesIn(row.blurb).map((url): [string, LinkPlace] => [url, 'BLURB']),
  ]
  const found = new Map<string, LinkPlace>()
  for (const [url, place] of written) {
    const canonical = canonicalLink(url)?.canonical ?? ''
    if (wanted.has(canonical) && !found.has(canonical)) found.set(canonical, place)
  }
  return found
}

type Asked = {
  /** A piece that every address of the links holds, but for capitals, to read less; empty where there is none. */
  telling?: string
  /** An item that isn't told of itself. */
  except?: string | undefined
  /** The issue that asks. */
  issueId?: string | undefined
}

/** Items of drafts that lead to one of the addresses, by that address, the nearest issue first. */
export async function findInDrafts(
  canonicals: readonly string[],
  { telling = '', except, issueId }: Asked,
): Promise<Map<string, DraftNote[]>> {
  const wanted = new Set(canonicals)
  const holding =
    telling === ''
      ? Prisma.empty
      : Prisma.sql`AND (t."url" || ' ' || t."links"::text || ' ' || t."blurb") ILIKE ${likePattern(telling)}`
  const rows = await db().$queryRaw<unknown[]>`
    SELECT t."id"::text, t."headline", t."url", t."links", t."blurb", i."id"::text AS "issueId", i."title", i."number",
      to_char(i."date", 'YYYY-MM-DD') AS date
    FROM "Issue" i JOIN "Section" s ON s."issueId" = i."id" JOIN "Item" t ON t."sectionId" = s."id"
    WHERE ${inDraft} AND t."id" IS DISTINCT FROM ${except ?? null}::uuid ${holding}
    ORDER BY i."date", i."id", s."position", t."position"`
  const notes = new Map<string, DraftNote[]>()
  for (const each of rows) {
    const row = rowSchema.parse(each)
    const { id: itemId, headline, title, number, date } = row
    const issue = { id: row.issueId, title, number, date, isThis: row.issueId === issueId }
    for (const [canonical, place] of placesIn(row, wanted)) {
      const note = { kind: 'draft' as const, itemId, headline, place, issue }
      notes.set(canonical, [...(notes.get(canonical) ?? []), note])
    }
  }
  return notes
}

/** How many other items of a draft lead to pages of the same host, or on a shared host of the same person. */
export async function countOfOwner(
  issueId: string,
  except: string | undefined,
  owner: { host: string; path: string },
): Promise<number> {
  const rows = await db().$queryRaw<{ url: string }[]>`
    SELECT t."url" FROM "Section" s JOIN "Item" t ON t."sectionId" = s."id"
    WHERE s."issueId" = ${issueId}::uuid AND s."removedAt" IS NULL AND t."removedAt" IS NULL
      AND t."url" ILIKE ${likePattern(owner.host)} AND t."id" IS DISTINCT FROM ${except ?? null}::uuid`
  const isTheirs = ({ url }: { url: string }) => {
    const link = canonicalLink(url)
    const other = link && ownerOf(link.canonical, link.host)
    return other?.host === owner.host && other.path.toLowerCase() === owner.path.toLowerCase()
  }
  return rows.filter(isTheirs).length
}

/** Authors, by their slugs, whom other items of a draft credit. */
export async function authorsInDraft(issueId: string, except: string | undefined): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ byline: string }[]>`
    SELECT t."byline" FROM "Section" s JOIN "Item" t ON t."sectionId" = s."id"
    WHERE s."issueId" = ${issueId}::uuid AND s."removedAt" IS NULL AND t."removedAt" IS NULL AND t."byline" <> ''
      AND t."id" IS DISTINCT FROM ${except ?? null}::uuid`
  return new Set(rows.flatMap(({ byline }) => readByline(byline).map(({ slug }) => slug)))
}

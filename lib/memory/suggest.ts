import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/accounts/schema'
import { issueLink, itemOrder } from '@/lib/archive/item-rows'
import { issueLinkSchema } from '@/lib/archive/schema'
import { db } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { AppError } from '@/lib/errors/app-error'
import { likePattern } from '@/lib/issue-list/rules'
import { itemPath } from '@/lib/render/found-paths'
import { canAskMemory } from './policy'
import type { Suggestion } from './schema'

const MOST = 8
/** More words narrow nothing down. */
const MOST_WORDS = 8

const rowSchema = z.object({
  id: z.string(),
  title: z.string(),
  host: z.string().nullable(),
  layout: z.string(),
  issue: issueLinkSchema,
})

/**
 * Items that went out under a headline with all of the words in it, rows of lists among them, newest first; of no words
 * the last ones.
 * @throws AppError `forbidden`
 */
export async function suggestItems(actor: Actor, typed: string): Promise<Suggestion[]> {
  if (!canAskMemory(actor)) throw new AppError('forbidden', 'Only owners and editors ask for earlier items.')
  const words = typed.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const holding = words.map((word) => Prisma.sql`AND i.headline ILIKE ${likePattern(word)}`)
  const rows = await db().$queryRaw<unknown[]>`
    SELECT i.id::text, i.headline AS title, i.host, i.layout, ${issueLink}
    FROM "ArchivedItem" i JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    WHERE i.headline <> '' ${holding.length > 0 ? Prisma.join(holding, ' ') : Prisma.empty}
    ORDER BY ${itemOrder('i')} LIMIT ${MOST}`
  return rows.map((row) => {
    const { id, title, host, layout, issue } = rowSchema.parse(row)
    return { id, title, host, isRow: layout === 'list', href: `${env().APP_URL}${itemPath(id)}`, issue }
  })
}

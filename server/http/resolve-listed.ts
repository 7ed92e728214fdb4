import { pgPool } from '@/lib/db/pool'
import { hasPart } from '@/lib/sitemap/queries'
import { partOf } from '@/lib/sitemap/rules'
import type { Resolution } from './resolution'

/** Sections of one name that readers see, under whichever issues. */
export async function findSection(slug: string): Promise<Resolution> {
  const { rows } = await pgPool().query('SELECT 1 FROM "ArchivedItem" WHERE "sectionSlug" = $1 LIMIT 1', [
    slug,
  ])
  return { found: rows.length > 0 ? 'page' : 'nothing' }
}

/** A part of the sitemap that has anything in it. */
export async function findSitemap(name: string): Promise<Resolution> {
  const part = partOf(name)
  return { found: part && (await hasPart(part)) ? 'page' : 'nothing' }
}

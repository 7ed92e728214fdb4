import { cache } from 'react'
import { findItemsUnder, hasTopics, listTopics } from '@/lib/archive/found-queries'
import { findArchivedItem } from '@/lib/archive/item-queries'
import { findArchivedIssue, findLatestIssue, listYears } from '@/lib/archive/queries'
import { readPublication } from '@/lib/publication/queries'
import { readStorefront } from '@/lib/storefront/queries'

// The layout, the page and its metadata each ask; one request asks the database once.
export const loadPublication = cache(async () => {
  const [publication, topics] = await Promise.all([readPublication(), hasTopics()])
  return { ...publication, hasTopics: topics }
})
export const loadIssue = cache(findArchivedIssue)
export const loadLatestIssue = cache(findLatestIssue)
export const loadItem = cache(findArchivedItem)
export const loadItemsUnder = cache(findItemsUnder)
export const loadTopics = cache(listTopics)
export const loadYears = cache(listYears)
export const loadStorefront = cache(readStorefront)

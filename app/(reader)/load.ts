import { cache } from 'react'
import { findArchivedIssue, findLatestIssue } from '@/lib/archive/queries'
import { readPublication } from '@/lib/publication/queries'
import { readStorefront } from '@/lib/storefront/queries'

// The layout, the page and its metadata each ask; one request asks the database once.
export const loadPublication = cache(readPublication)
export const loadIssue = cache(findArchivedIssue)
export const loadLatestIssue = cache(findLatestIssue)
export const loadStorefront = cache(readStorefront)

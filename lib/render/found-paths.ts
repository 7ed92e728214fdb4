import type { TermKind } from '@/lib/archive/schema'
import { itemAnchor } from './block-context'
import { issuePath } from './issue-path'

/** Path of an item's own page. */
export function itemPath(id: string): string {
  return `/items/${id}`
}

/** Path of an item in its issue. */
export function placePath(slug: string, id: string): string {
  return `${issuePath(slug)}#${itemAnchor(id)}`
}

const folders: Record<TermKind, string> = { TOPIC: 'topics', AUTHOR: 'authors', SITE: 'sites' }

/** Path of what is found under a topic, by an author or leading to a site (by its registrable domain). */
export function termPath(kind: TermKind, slug: string): string {
  return `/${folders[kind]}/${encodeURIComponent(slug)}`
}

/** Path of a year of the archive. */
export function yearPath(year: string): string {
  return `/issues/year/${year}`
}

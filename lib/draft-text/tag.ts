import { createHash } from 'node:crypto'
import type { IssueDraft } from '@/lib/issues/schema'
import { writeDraft } from './write-draft'

/**
 * Names what a draft's text says, as an ETag (RFC 9110, 8.8.3). The first line, which says of when a text is, doesn't
 * count: with another one it is the same text.
 */
export function tagOf(draft: IssueDraft): string {
  return `"${createHash('sha256').update(writeDraft(draft, '')).digest('base64url').slice(0, 22)}"`
}

/**
 * Whether an If-Match names this tag. The W/ with which a proxy that compresses marks it is passed over: it says that
 * bytes may differ, and ours is of what the text says.
 */
export function namesTag(match: string, tag: string): boolean {
  return match.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
}

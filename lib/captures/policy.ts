import { mayWorkOnIssues } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'
import type { IssueState } from '@/lib/issues/schema'

/** The inbox is everybody's who writes issues: what one found, another may place. */
export const canReadCaptures = mayWorkOnIssues
export const canCapture = mayWorkOnIssues
export const canSortCaptures = mayWorkOnIssues

/** What readers have already stays where they have it; a correction takes it out. */
export function canTakeOut(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && (issue.state === 'DRAFT' || issue.state === 'SCHEDULED')
}

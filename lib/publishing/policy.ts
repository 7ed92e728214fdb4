import type { Actor } from '@/lib/accounts/schema'
import { canReadIssues } from '@/lib/issues/policy'
import type { IssueState } from '@/lib/issues/schema'

/** `PUBLISHED` too: publishing it again is a correction. */
export function canPublish(actor: Actor, issue: { state: IssueState }): boolean {
  return canReadIssues(actor) && ['DRAFT', 'SCHEDULED', 'PUBLISHED'].includes(issue.state)
}

export function canSchedule(actor: Actor, issue: { state: IssueState }): boolean {
  return canReadIssues(actor) && ['DRAFT', 'SCHEDULED'].includes(issue.state)
}

export function canUnschedule(actor: Actor, issue: { state: IssueState }): boolean {
  return canReadIssues(actor) && issue.state === 'SCHEDULED'
}

export function canWithdraw(actor: Actor, issue: { state: IssueState }): boolean {
  return canReadIssues(actor) && issue.state === 'PUBLISHED'
}

export function canReinstate(actor: Actor, issue: { state: IssueState }): boolean {
  return canReadIssues(actor) && issue.state === 'WITHDRAWN'
}

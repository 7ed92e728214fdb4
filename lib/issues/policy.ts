import { mayWorkOnIssues } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'
import type { IssueState } from './schema'

export const canReadIssues = mayWorkOnIssues
export const canCreateIssue = mayWorkOnIssues

/** An opened issue can be edited in every state; what readers see changes only with an edition. */
export function canEditIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && issue.state !== 'PLANNED' && issue.state !== 'SKIPPED'
}

/** What has never been published can be removed; an archived issue is withdrawn instead. */
export function canRemoveIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && ['PLANNED', 'SKIPPED', 'DRAFT'].includes(issue.state)
}

export function canSkipIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && issue.state === 'PLANNED'
}

export function canUnskipIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && issue.state === 'SKIPPED'
}

export function canOpenIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && issue.state === 'PLANNED'
}

/** A date that no issue was opened for can be another one; what is open takes another date with its envelope. */
export function canRedateIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return mayWorkOnIssues(actor) && (issue.state === 'PLANNED' || issue.state === 'SKIPPED')
}

/** What somebody wrote in can be begun from again, whether readers have it or not. */
export const canDuplicateIssue = canEditIssue

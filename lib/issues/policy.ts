import type { Actor } from '@/lib/accounts/schema'
import type { IssueState } from './schema'

/** Owner and editors work at the desk; so do jobs, imports and the command line. Everyone else is denied. */
function worksAtTheDesk(actor: Actor): boolean {
  return actor.kind === 'system' || actor.role === 'OWNER' || actor.role === 'EDITOR'
}

export const canReadIssues = worksAtTheDesk
export const canCreateIssue = worksAtTheDesk

/** An opened issue can be edited in every state; what readers see changes only with an edition. */
export function canEditIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return worksAtTheDesk(actor) && issue.state !== 'PLANNED' && issue.state !== 'SKIPPED'
}

/** What has never been published can be removed; an archived issue is withdrawn instead. */
export function canRemoveIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return worksAtTheDesk(actor) && ['PLANNED', 'SKIPPED', 'DRAFT'].includes(issue.state)
}

export function canSkipIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return worksAtTheDesk(actor) && issue.state === 'PLANNED'
}

export function canUnskipIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return worksAtTheDesk(actor) && issue.state === 'SKIPPED'
}

export function canOpenIssue(actor: Actor, issue: { state: IssueState }): boolean {
  return worksAtTheDesk(actor) && issue.state === 'PLANNED'
}

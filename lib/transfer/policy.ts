import { mayWorkOnIssues } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'

/** An import publishes, so it is for who may publish: owners, editors, and the command line. */
export function canImport(actor: Actor): boolean {
  return mayWorkOnIssues(actor)
}

import { mayManagePeople, mayUseStudio } from '@/lib/accounts/policy'
import type { Actor } from '@/lib/accounts/schema'

export const canReadAuditLog = mayUseStudio

/** What was done to accounts and sessions is the owner's to see, as they are themselves. */
export function hiddenSubjects(actor: Actor): string[] {
  return mayManagePeople(actor) ? [] : ['person', 'session']
}

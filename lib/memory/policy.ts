import { mayWorkOnIssues } from '@/lib/accounts/policy'

/** What was sent and what waits is asked by whoever writes issues. */
export const canAskMemory = mayWorkOnIssues

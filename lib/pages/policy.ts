import { mayWorkOnIssues } from '@/lib/accounts/policy'

/** What pages say of themselves is for those who write issues: whoever asks has us ask other people’s sites. */
export const canReadPages = mayWorkOnIssues
export const canAskForPages = mayWorkOnIssues

import { mayWorkOnIssues } from '@/lib/accounts/policy'

/** Feeds fill a lane of the inbox, which is everybody's who writes issues. */
export const canFollowFeeds = mayWorkOnIssues

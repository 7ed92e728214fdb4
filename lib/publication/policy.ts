import { mayWorkOnIssues } from '@/lib/accounts/policy'

/** Those who work at the desk set it up too; jobs and imports need it all. Sponsors see none of it. */
export const canReadSettings = mayWorkOnIssues
export const canSaveSettings = canReadSettings

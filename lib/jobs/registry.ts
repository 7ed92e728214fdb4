import { mailInvitation } from '@/lib/accounts/commands/mail-invitation'
import { mailSignInLink } from '@/lib/accounts/commands/mail-sign-in-link'
import { fetchDue } from '@/lib/feeds/commands/fetch-due'
import { fetchFeed } from '@/lib/feeds/commands/fetch-feed'
import { deliverOnce } from '@/lib/mail/deliver-once'
import { checkLinks } from '@/lib/preflight/commands/check-links'
import type { JobName, JobPayload } from '@/lib/queue/schema'
import { countChangedWords } from '@/lib/search/commands/words'
import { checkLanding } from '@/lib/sponsors/commands/check-landing'
import { mailContact } from '@/lib/sponsors/commands/mail-contact'
import { sweepLandingPages } from '@/lib/sponsors/commands/sweep-landing-pages'
import { forgetWhatIsOver } from './forget-what-is-over'
import { lapseRequestsDue } from './lapse-requests'
import { pingHub, pingHubOfIssue } from './ping-hub'
import { purgeCdn } from './purge-cdn'
import { readPageOf } from './read-page-of'
import { remindOfSlots } from './remind-of-slots'
import { sweepSchedules } from './sweep-schedules'
import { takeReportSnapshots } from './take-report-snapshots'
import { watchInbox } from './watch-inbox'

/** Carries out a job. May run twice for one job, e.g. after a kill, so it must be idempotent. */
export type JobHandler<N extends JobName> = (payload: JobPayload<N>) => Promise<void>

/** The handler of each job. */
export const jobHandlers: { [N in JobName]: JobHandler<N> } = {
  'sweep-schedules': sweepSchedules,
  'send-mail': (mail) => deliverOnce(mail),
  'mail-sign-in-link': mailSignInLink,
  'mail-invitation': mailInvitation,
  'mail-contact': mailContact,
  'remind-of-slots': remindOfSlots,
  'watch-inbox': watchInbox,
  'check-landing': (job) => checkLanding(job),
  'sweep-landing-pages': () => sweepLandingPages(),
  'check-links': (job) => checkLinks(job),
  'read-page': (job) => readPageOf(job),
  'fetch-feeds': () => fetchDue(),
  'fetch-feed': ({ feedId }) => fetchFeed(feedId),
  'count-words': async () => void (await countChangedWords()),
  'forget-what-is-over': forgetWhatIsOver,
  'lapse-requests': lapseRequestsDue,
  'take-report-snapshots': takeReportSnapshots,
  'ping-hub': pingHub,
  'ping-hub-of-issue': pingHubOfIssue,
  'purge-cdn': purgeCdn,
}

/** Jobs that the clock starts, in the queue's crontab format; a time missed while nothing ran is not made up. */
export const crontab = `
* * * * * sweep-schedules ?max=1&jobKey=sweep-schedules {}
* * * * * count-words ?max=1&jobKey=count-words {}
* * * * * fetch-feeds ?max=1&jobKey=fetch-feeds {}
5 * * * * remind-of-slots ?max=3&jobKey=remind-of-slots {}
35 * * * * watch-inbox ?max=3&jobKey=watch-inbox {}
*/10 * * * * lapse-requests ?max=3&jobKey=lapse-requests {}
17 4 * * * forget-what-is-over ?max=3&jobKey=forget-what-is-over {}
25 5 * * * sweep-landing-pages ?max=3&jobKey=sweep-landing-pages {}
40 0 * * * take-report-snapshots ?max=3&jobKey=take-report-snapshots {}
`

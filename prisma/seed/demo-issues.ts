import type { ItemFields } from '@/lib/issues/schema'

export type DemoIssue = { intro: string; articles: ItemFields[]; outages: ItemFields[] }

const link = (headline: string, url: string, blurb: string, more: ItemFields = {}): ItemFields => ({
  kind: 'link',
  headline,
  url,
  blurb,
  ...more,
})

/** Published issues of the demo, oldest first. */
export const demoIssues: DemoIssue[] = [
  {
    intro:
      'Welcome to the first issue. Each week: a few things worth reading slowly, and a few outages worth learning from.',
    articles: [
      link(
        'How Complex Systems Fail',
        'https://how.complexsystems.fail/',
        'Eighteen short observations, written about hospitals and true of everything with a pager. If you read one thing this week, read the one about *hindsight*: what looks like the cause afterwards was, at the time, one of a dozen ordinary things.\n\nI come back to it after every incident review, and each time another of the eighteen is the one that stings.',
        { byline: 'Richard I. Cook' },
      ),
      link(
        'Notes on Distributed Systems for Young Bloods',
        'https://www.somethingsimilar.com/2013/01/14/notes-on-distributed-systems-for-young-bloods/',
        'Everything that one learns in the first three years, in the order in which it hurts. “Writing robust distributed systems costs more than writing robust single-machine systems” is only the beginning.',
        { byline: 'Jeff Hodges' },
      ),
      {
        kind: 'quote',
        blurb: 'You build it, you run it.\n\n— Werner Vogels, in *A Conversation with Werner Vogels*',
        url: 'https://queue.acm.org/detail.cfm?id=1142065',
      },
    ],
    outages: [
      link(
        'Amazon S3, February 2017',
        'https://aws.amazon.com/message/41926/',
        'One mistyped number in a playbook that had worked for years. The part to keep: the subsystems had not been restarted in so long that nobody knew how long it takes.',
      ),
      link(
        'GitLab, January 2017',
        'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
        'Five kinds of backup, and none of them worked. Still the most honest account of such a night.',
      ),
    ],
  },
  {
    intro: 'A whole issue about waiting: for an answer, for a lock, for the other side to try again.',
    articles: [
      link(
        'Timeouts, retries, and backoff with jitter',
        'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
        'Retries are selfish, and this says so politely. The figures come from years of watching clients help a service that was already on its knees, and the advice fits on a card:\n\n- a timeout for every remote call;\n- a cap on retries, best as a budget;\n- jitter, always, on timers too.',
        {
          byline: 'Marc Brooker',
          links: [
            {
              label: 'Exponential Backoff And Jitter',
              url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
            },
          ],
        },
      ),
      link(
        'The Tail at Scale',
        'https://research.google/pubs/the-tail-at-scale/',
        'Why the slowest one in a hundred becomes *everybody’s* experience once a page asks a hundred servers. Hedged requests are the famous part; I would start with the two pages on where variability comes from.',
        { byline: 'Jeffrey Dean and Luiz André Barroso' },
      ),
      link(
        'Addressing Cascading Failures',
        'https://sre.google/sre-book/addressing-cascading-failures/',
        'A chapter to read *before* the graph goes vertical. Ask yourself, of your own service: what does it do first when it has too much to do?',
        { byline: 'Mike Ulrich — Google' },
      ),
    ],
    outages: [
      link(
        'Slack, January 2021',
        'https://slack.engineering/slacks-outage-on-january-4th-2021/',
        'The first Monday of the year, and the network between the machines was what had too much to do. Scaling up made it worse, which it does more often than we admit.',
      ),
      link(
        'Cloudflare, July 2019',
        'https://blog.cloudflare.com/details-of-the-cloudflare-outage-on-july-2-2019/',
        '',
      ),
      link('Fastly, June 2021', 'https://www.fastly.com/blog/summary-of-june-8-outage', ''),
    ],
  },
  {
    intro: 'Three ways to be woken up less often, and four nights when somebody was.',
    articles: [
      link(
        'My Philosophy on Alerting',
        'https://docs.google.com/document/d/199PqyG3UsyXlwieHaqbGiWVa8eMWi8zzAn0YfcApr8Q/edit',
        'Every page should be urgent, actionable, and about something a person would notice. Print it, then delete half of your alerts.',
        { byline: 'Rob Ewaschuk', credit: 'Thanks to every on-call handover I ever sat in.' },
      ),
      link(
        'Alerting on SLOs',
        'https://sre.google/workbook/alerting-on-slos/',
        'Six approaches, each a little less wrong than the one before it, with the arithmetic shown. The one that most teams stop at is the third.',
      ),
      link(
        'Simple Testing Can Prevent Most Critical Failures',
        'https://www.usenix.org/conference/osdi14/technical-sessions/presentation/yuan',
        'The authors took 198 failures of well-known distributed systems apart, and found that nearly all of the catastrophic ones came from errors that were *caught* and then handled badly. Somewhere in your code there is a handler that says only “should never happen”.',
        { byline: 'Ding Yuan et al.' },
      ),
      {
        kind: 'note',
        blurb:
          'A small habit that costs nothing: when an alert turns out to need no action, write that down *in the alert*. After three such lines it is easy to delete.',
      },
    ],
    outages: [
      link(
        'GitHub, October 2018',
        'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
        'Forty-three seconds without a network, and a day to put two histories of the same data together again.',
        { disclosure: 'Gleaner keeps everything in one database, so I may be partial to that.' },
      ),
      link(
        'Facebook, October 2021',
        'https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/',
        'The tools to mend it were behind what was broken.',
      ),
      link(
        'Datadog, March 2023',
        'https://www.datadoghq.com/blog/2023-03-08-multiregion-infrastructure-connectivity-issue/',
        '',
      ),
      link(
        'Atlassian, April 2022',
        'https://www.atlassian.com/engineering/post-incident-review-april-2022-outage',
        '',
      ),
    ],
  },
]

/** What the demo's curator is working on. */
export const demoDraft: DemoIssue = {
  intro: '',
  articles: [
    link(
      'The Calculus of Service Availability',
      'https://queue.acm.org/detail.cfm?id=3096459',
      'You are only as available as the sum of what you depend on, and here is how to add it up. The rule of the extra nine is the part that changes designs.',
      { byline: 'Ben Treynor, Mike Dahlin, Vivek Rau and Betsy Beyer' },
    ),
    link('Choose Boring Technology', 'https://mcfunley.com/choose-boring-technology', '', {
      byline: 'Dan McKinley',
    }),
    link('The USE Method', 'https://www.brendangregg.com/usemethod.html', ''),
  ],
  outages: [
    link(
      'Roblox, October 2021',
      'https://blog.roblox.com/2022/01/roblox-return-to-service-10-28-10-31-2021/',
      '',
    ),
  ],
}

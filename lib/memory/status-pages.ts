import { type CanonicalLink, plainHost } from '@/lib/links/rules'

/** Who runs status pages for others, under names of theirs. */
const services = new Set([
  'statuspage.io', // Atlassian
  'stspg.io',
  'status.io',
  'instatus.com',
  'statuspal.io',
  'statuscast.com',
  'hund.io',
  'betteruptime.com',
  'sorryapp.com',
  'incident.io',
])

/** Status pages that don't say so in their host. */
const known = new Set(['trust.salesforce.com', 'health.aws.amazon.com', 'status.aws.amazon.com'])

/**
 * Whether a link leads to a status page, which is linked again whenever something breaks: `status.example.org`,
 * `example-status.com`, `examplestatus.com`, a page of a service for such pages, or one of a few others.
 */
export function isStatusPage({ host, site }: Pick<CanonicalLink, 'host' | 'site'>): boolean {
  if (services.has(site) || known.has(host)) return true
  const labels = host.split('.')
  const name = site.split('.')[0] ?? ''
  return labels.slice(0, -1).some((label) => /^(?:system-?)?status$/.test(label)) || /.status$/.test(name)
}

/** Whether links of this host are repeated on purpose: status pages, and hosts of the settings with all below them. */
export function isExempt(
  link: Pick<CanonicalLink, 'host' | 'site'>,
  exemptHosts: readonly string[],
): boolean {
  if (isStatusPage(link)) return true
  // Somebody at a telephone names `m.example.org`; a link is known by `example.org`.
  return exemptHosts.map(plainHost).some((host) => link.host === host || link.host.endsWith(`.${host}`))
}
